import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, ParentBasedSampler, AlwaysOnSampler, TracerProvider } from '@opentelemetry/sdk-trace';

import type { SettingsOf, TELEMETRY_VARIABLES } from '#platform/settings';
import { temporalityOf } from '#platform/telemetry/temporality';
import { FiguresShelf } from '#platform/telemetry/figures-shelf';

/** Traces and figures of this process. */
export interface Telemetry {
  /** The figures as they are now, as Prometheus reads them. */
  readonly figures: () => Promise<string>;
  /** Sends what is left; never rejects. */
  close(): Promise<void>;
}

/** How long sending may take. */
const MOST_MS = 30_000;

/**
 * Keeps the figures of this process for whoever fetches them, and sends traces and figures to an OTLP receiver over HTTP
 * (`http://…:4318`). Without one no traces are made and nothing is sent. What a receiver refuses is lost: no service
 * waits for it or fails because of it.
 */
export function openTelemetry(service: string, settings: SettingsOf<typeof TELEMETRY_VARIABLES>): Telemetry {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_METRIC_EXPORT_INTERVAL: interval } = settings;
  const resource = resourceFromAttributes({ 'service.name': `aanzet-${service}` });
  const shelf = new FiguresShelf();
  const sending = endpoint === undefined ? undefined : sender(endpoint.replace(/\/+$/, ''), interval);
  const metering = new MeterProvider({ resource, readers: sending ? [shelf, sending.reader] : [shelf] });
  const tracing = sending && tracesBy(sending.spans, resource);
  metrics.setGlobalMeterProvider(metering);
  return {
    figures: () => shelf.text(),
    async close() {
      await Promise.allSettled([tracing?.shutdown(), metering.shutdown()]);
    },
  };
}

function tracesBy(spans: BatchSpanProcessor, resource: Resource): TracerProvider {
  const tracing = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [spans],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracing);
  return tracing;
}

class FiguresSender extends OTLPMetricExporter {
  override selectAggregationTemporality = temporalityOf;
}

/** What sends to an OTLP receiver at this address. */
function sender(at: string, interval: number) {
  return {
    spans: new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${at}/v1/traces` }) }),
    reader: new PeriodicExportingMetricReader({
      exporter: new FiguresSender({ url: `${at}/v1/metrics` }),
      exportIntervalMillis: interval,
      exportTimeoutMillis: Math.min(interval, MOST_MS),
    }),
  };
}
