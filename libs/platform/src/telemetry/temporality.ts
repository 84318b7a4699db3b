import { AggregationTemporality, InstrumentType } from '@opentelemetry/sdk-metrics';

/** Counters count on; a gauge that is not told this time is left out, and does not stay at what it told last. */
export const temporalityOf = (instrument: InstrumentType): AggregationTemporality =>
  instrument === InstrumentType.OBSERVABLE_GAUGE ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
