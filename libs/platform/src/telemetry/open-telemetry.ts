import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, ParentBasedSampler, AlwaysOnSampler, TracerProvider } from '@opentelemetry/sdk-trace';

import type { SettingsOf, TELEMETRY_VARIABLES } from '#platform/settings';

/** Traces and figures that leave this process. `close` sends what is left; it never rejects. */
export interface Telemetry {
  close(): Promise<void>;
}

/** How long sending may take. */
const MOST_MS = 30_000;

const NONE: Telemetry = { close: () => Promise.resolve() };

/**
 * Sends the traces and figures of this process to an OTLP receiver over HTTP (`http://…:4318`). Without one, nothing is
 * made and nothing is sent. What a receiver refuses is lost: no service waits for it or fails because of it.
 */
export function openTelemetry(service: string, settings: SettingsOf<typeof TELEMETRY_VARIABLES>): Telemetry {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_METRIC_EXPORT_INTERVAL: interval } = settings;
  if (endpoint === undefined) return NONE;
  const at = endpoint.replace(/\/+$/, '');
  const resource = resourceFromAttributes({ 'service.name': `aanzet-${service}` });
  const tracing = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${at}/v1/traces` }) })],
  });
  const exporter = new OTLPMetricExporter({ url: `${at}/v1/metrics` });
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: interval,
    exportTimeoutMillis: Math.min(interval, MOST_MS),
  });
  const metering = new MeterProvider({ resource, readers: [reader] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracing);
  metrics.setGlobalMeterProvider(metering);
  return {
    async close() {
      await Promise.allSettled([tracing.shutdown(), metering.shutdown()]);
    },
  };
}
