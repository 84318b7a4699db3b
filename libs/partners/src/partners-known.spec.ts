import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import type { Instant } from '#event-sourcing/instant';
import { localTimeToInstant } from '#calendar/local-date';
import { partnerEvent, type PartnerEvent } from '#partners/partner-events';
import { partnersKnown } from '#partners/partners-known';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const [monday, tuesday, friday] = ['2026-09-14T09:00', '2026-09-15T09:00', '2026-09-18T09:00'].map(
  localTimeToInstant,
) as [Instant, Instant, Instant];

describe('the partners that are known', () => {
  const store = memoryStore(sha256);
  let reads = 0;
  const known = partnersKnown({
    readAll: (options) => {
      reads += 1;
      return store.readAll(options);
    },
  });
  let n = 0;
  const append = (event: PartnerEvent, occurredAt: Instant, recordedAt: Instant) => {
    n += 1;
    const metadata = { commandId: 'c', correlationId: 'c', causationId: 'c', actor: { partner: 'corporatie' } };
    return store.append([
      {
        stream: streamName('partner', 'corporatie'),
        expected: 'any',
        events: [{ ...event, id: `event-${n}`, metadata: { ...metadata, occurredAt, recordedAt } }],
      },
    ]);
  };

  it('are read on as they become known, by when they were', async () => {
    expect([...(await known.by()).at(friday).all()]).toEqual([]);
    await append(partnerEvent('PartnerRegistered', { kind: 'housing-corporation', name: 'Zuid' }), monday, monday);
    const nameAt = async (at: Instant, knownAt?: Instant) => (await known.by(knownAt)).at(at).get('corporatie')?.name;
    expect(await nameAt(tuesday)).toBe('Zuid');
    await append(partnerEvent('PartnerRenamed', { name: 'Noord' }), tuesday, friday);
    expect(await nameAt(monday)).toBe('Zuid');
    expect(await nameAt(tuesday)).toBe('Noord');
    expect(await nameAt(tuesday, tuesday)).toBe('Zuid');
    expect(await nameAt(tuesday, friday)).toBe('Noord');
  });

  it('are read from where the last reading ended', async () => {
    const before = reads;
    const [one, other] = await Promise.all([known.by(), known.by()]);
    expect(one).toBe(other);
    expect(reads - before).toBe(2);
    expect((await store.readAll({ after: BEGINNING, limit: 10 })).events).toHaveLength(2);
  });
});
