import { openTelemetry } from '#platform/telemetry/open-telemetry';
import { gauge } from '#platform/telemetry/gauge';
import { tracedStore } from '#platform/telemetry/traced-store';
import { request } from '#stores/contract/given';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

describe('the figures of a process, without a collector', () => {
  const telemetry = openTelemetry('spec', {
    OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
    OTEL_METRIC_EXPORT_INTERVAL: 60_000,
  });
  const { figures } = telemetry;
  afterAll(() => telemetry.close());

  it('count appends, and those refused because another came first', async () => {
    const store = tracedStore(memoryStore(sha256));
    expect(await figures()).toMatch(/^aanzet_append_conflicts_total 0$/m);
    await store.append([request('a', { expected: 'no-stream' })]);
    await store.append([request('a', { expected: 'no-stream' })]);
    expect(await figures()).toMatch(/^aanzet_append_conflicts_total 1$/m);
    expect(await figures()).toMatch(/^aanzet_append_duration_count 2$/m);
  });

  it('are read when they are asked for; one that cannot be read is left out, and the rest is there', async () => {
    let value = 1;
    const ends = [
      gauge('aanzet.well', 'A figure', () => Promise.resolve([{ value, of: { kind: 'a' } }])),
      gauge('aanzet.unwell', 'Another', () => Promise.reject(new Error('away'))),
    ];
    expect(await figures()).toMatch(/^aanzet_well\{kind="a"\} 1$/m);
    value = 2;
    expect(await figures()).toMatch(/^aanzet_well\{kind="a"\} 2$/m);
    expect(await figures()).not.toMatch(/^aanzet_unwell /m);
    for (const end of ends) end();
    expect(await figures()).not.toMatch(/^aanzet_well/m);
  });
});
