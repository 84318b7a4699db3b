import { metrics, type Attributes } from '@opentelemetry/api';

/** A figure as it is now, and what it is of. Attributes never name a person or a casus. */
export interface Reading {
  readonly value: number;
  readonly of?: Attributes;
}

/** Tells a figure whenever figures are sent; one that cannot be read is left out that time. Gives what ends it. */
export function gauge(name: string, description: string, read: () => Promise<readonly Reading[]>): () => void {
  const observed = metrics.getMeter('aanzet').createObservableGauge(name, { description });
  const look: Parameters<typeof observed.addCallback>[0] = async (result) => {
    const readings = await read().catch(() => []);
    for (const { value, of } of readings) result.observe(value, of);
  };
  observed.addCallback(look);
  return () => {
    observed.removeCallback(look);
  };
}
