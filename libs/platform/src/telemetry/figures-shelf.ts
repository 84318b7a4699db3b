import { MetricReader } from '@opentelemetry/sdk-metrics';
import { temporalityOf } from '#platform/telemetry/temporality';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';

/** Holds the figures of this process ready for whoever comes to fetch them. */
export class FiguresShelf extends MetricReader {
  private readonly serializer = new PrometheusSerializer(undefined, false, undefined, true, true);

  constructor() {
    super({ aggregationTemporalitySelector: temporalityOf });
  }

  /** All figures as they are now, as Prometheus reads them. One that cannot be read is left out. */
  async text(): Promise<string> {
    const { resourceMetrics } = await this.collect();
    return this.serializer.serialize(resourceMetrics);
  }

  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }

  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }
}
