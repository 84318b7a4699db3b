import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher } from '#apps/watch/src/watcher';
import { localTimeToInstant } from '#calendar/local-date';
import type { CasusHistory } from '#casus/history';
import { casusAfter, recordedEvent, step, type Brief } from '#casus/specification';
import { E1, offered } from '#casus/stalls/stall-specification';
import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { inboxItems } from '#read-models/inbox/query';
import { unreadCounts } from '#read-models/inbox/unread';
import { catchUp } from '#read-models/projector/catch-up';
import { readSession } from '#tests/integration/read-session';
import { handClock, round, silent } from '#tests/integration/watching';

const CASUS = '00000000-0000-4000-8000-000000000001';
const NOW = instant('2026-11-20T22:59:59.999Z');
const PROMISE: Brief = {
  do: 'make-promise',
  by: 'corporatie',
  at: '2026-09-15T10:00',
  promise: 'P1',
  promisedBy: 'corporatie',
  to: 'sociaal-team',
  what: 'Aanbod',
  due: '2026-09-30',
};

/** Lets these facts be recorded one by one, each watched at once, and the watch look a last time at `until`. */
async function lived(history: CasusHistory, until: string) {
  const session = await readSession();
  const { store, db } = session;
  const stream = streamName('casus', CASUS);
  const facts = history.facts.toSorted((a, b) => a.revision - b.revision);
  const clock = handClock(facts[0]?.recordedAt ?? NOW);
  const watch = watcher(watcherOptions({ store, db, clock, log: silent }));
  for (const { revision, type, schemaVersion, data, actor, occurredAt, recordedAt } of facts) {
    if (recordedAt > clock.now()) {
      clock.put(plusMs(recordedAt, -1));
      await round(watch);
      clock.put(recordedAt);
    }
    const { id, metadata } = recordedEvent(
      { type, schemaVersion, data },
      { revision, ...actor, occurredAt, recordedAt },
    );
    const event = { id: `${revision}-${id}`, type, schemaVersion, data, metadata };
    await store.append([{ stream, expected: 'any', events: [event] }]);
  }
  clock.put(localTimeToInstant(until));
  await round(watch);
  await catchUp(session);
  return {
    session,
    warnings: async (partner: string, at = clock.now()) =>
      (await inboxItems(db, { partner, at })).rows.filter(({ why }) => why !== 'stall').toReversed(),
  };
}

describe('a warning whose last day was moved in time', () => {
  it.each([
    ['kept after the day that it had', { do: 'keep-promise', at: '2026-10-20T10:00' }, '2026-10-25T09:00'],
    [
      'moved again after it',
      { do: 'renegotiate-promise', at: '2026-10-20T10:00', due: '2026-11-13', reason: 'Later' },
      '2026-10-25T09:00',
    ],
  ] as const)('is resolved, of a promise that was %s', async (_, last, until) => {
    const { session, warnings } = await lived(
      casusAfter(
        PROMISE,
        {
          do: 'renegotiate-promise',
          by: 'corporatie',
          at: '2026-09-28T10:00',
          promise: 'P1',
          due: '2026-10-30',
          reason: 'Later',
        },
        { ...last, by: 'corporatie', promise: 'P1' },
      ),
      until,
    );
    expect(await warnings('corporatie')).toMatchObject([
      {
        lastDay: '2026-09-30',
        state: 'resolved',
        reason: 'last-day-moved',
        settledAt: localTimeToInstant('2026-09-28T10:00'),
      },
    ]);
    await session.close();
  });

  it('is overtaken, of a promise that got its day back and was kept too late', async () => {
    const { session, warnings } = await lived(
      casusAfter(
        PROMISE,
        {
          do: 'renegotiate-promise',
          by: 'corporatie',
          at: '2026-09-28T10:00',
          promise: 'P1',
          due: '2026-10-30',
          reason: 'Later',
        },
        {
          do: 'renegotiate-promise',
          by: 'corporatie',
          at: '2026-09-29T10:00',
          promise: 'P1',
          due: '2026-09-30',
          reason: 'Toch',
        },
        { do: 'keep-promise', by: 'corporatie', at: '2026-10-05T10:00', promise: 'P1' },
      ),
      '2026-10-06T09:00',
    );
    expect(await warnings('corporatie')).toMatchObject([{ lastDay: '2026-09-30', state: 'overtaken' }]);
    await session.close();
  });

  it('is resolved, of a step whose target was moved again after it', async () => {
    const moved = (time: string, target: string): Brief => ({
      do: 'replan-step',
      by: 'gemeente-wmo',
      at: time,
      step: 'E1',
      target,
      reason: 'Later',
    });
    const { session, warnings } = await lived(
      casusAfter(
        E1({ target: '2026-10-02' }),
        moved('2026-09-29T10:00', '2026-11-06'),
        moved('2026-10-20T10:00', '2026-11-27'),
      ),
      '2026-10-25T09:00',
    );
    expect(await warnings('gemeente-wmo')).toMatchObject([
      {
        lastDay: '2026-10-02',
        state: 'resolved',
        reason: 'last-day-moved',
        settledAt: localTimeToInstant('2026-09-29T10:00'),
      },
    ]);
    await session.close();
  });
});

describe('a warning of a step behind one that waits for the resident', () => {
  it('goes to its owner, and says who is on the move as the board does', async () => {
    const waiting: Brief = {
      do: 'wait-for',
      by: 'welzijn',
      at: '2026-09-16T10:00',
      step: 'E1',
      waitingFor: { kind: 'resident' },
      reason: 'Papieren',
      until: '2026-10-30',
    };
    const { session, warnings } = await lived(
      casusAfter(
        step('E1', 'welzijn'),
        step('E2', 'gemeente-wmo', {
          after: [{ step: 'E1' }],
          term: { rule: 'WMO-232-ONDERZOEK', from: '2026-09-01' },
        }),
        waiting,
        { do: 'resume', by: 'welzijn', at: '2026-10-09T10:00', step: 'E1' },
      ),
      '2026-10-09T12:00',
    );
    expect(await warnings('welzijn')).toEqual([]);
    expect(await warnings('gemeente-wmo', localTimeToInstant('2026-10-09T09:00'))).toMatchObject([
      { about: 'E2', state: 'open', onTheMove: 'resident' },
    ]);
    expect(await warnings('gemeente-wmo')).toMatchObject([{ about: 'E2', state: 'open', onTheMove: 'welzijn' }]);
    await session.close();
  });
});

describe('who stands in for a person that is away', () => {
  it('sees what is for that person, as such, and has it to read', async () => {
    const { session } = await lived(
      casusAfter(E1({ target: '2026-10-02' }), {
        do: 'claim-step',
        by: 'gemeente-wmo',
        at: '2026-09-16T10:00',
        step: 'E1',
        person: 'consulent',
      }),
      '2026-09-28T09:00',
    );
    const shown = async (person: string, standsInFor?: readonly string[]) =>
      (await inboxItems(session.db, { partner: 'gemeente-wmo', person, standsInFor, at: NOW })).rows.map(
        (item) => item.person,
      );
    expect(await shown('collega')).toEqual([]);
    expect(await shown('collega', ['consulent'])).toEqual(['consulent']);
    const counts = await unreadCounts(session.db, 'gemeente-wmo', [{ person: 'collega', inPlaceOf: 'consulent' }]);
    expect(counts.persons).toEqual([
      { person: 'collega', unread: 1 },
      { person: 'consulent', unread: 1 },
    ]);
    await session.close();
  });
});

describe('an item that a late fact undoes', () => {
  it('is shown as withdrawn, and was open by what was known before', async () => {
    const session = await readSession();
    const { store, db } = session;
    const stream = streamName('casus', CASUS);
    const accepted = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' } as const;
    const late = { ...accepted, at: '2026-09-17T10:00', recorded: '2026-09-21T11:00' };
    const facts = casusAfter(E1(), offered(), late).facts.toSorted((a, b) => a.revision - b.revision);
    const [monday, later] = ['2026-09-21T09:00', '2026-09-21T11:00'].map(localTimeToInstant);
    const clock = handClock(monday ?? NOW);
    const watch = watcher(watcherOptions({ store, db, clock, log: silent }));
    for (const { revision, type, schemaVersion, data, actor, occurredAt, recordedAt } of facts) {
      if (recordedAt > clock.now()) {
        await round(watch);
        clock.put(later ?? NOW);
      }
      const times = { revision, ...actor, occurredAt, recordedAt };
      const { id, metadata } = recordedEvent({ type, schemaVersion, data }, times);
      const event = { id: `${revision}-${id}`, type, schemaVersion, data, metadata };
      await store.append([{ stream, expected: 'any', events: [event] }]);
    }
    await round(watch);
    await catchUp(session);
    const shown = async (knownAt?: Instant) =>
      (await inboxItems(db, { partner: 'welzijn', at: clock.now(), knownAt })).rows;
    expect(await shown(monday)).toMatchObject([{ about: 'H1', state: 'open', reason: null }]);
    expect(await shown()).toMatchObject([
      { about: 'H1', step: 'E1', state: 'withdrawn', reason: 'never-so', settledAt: later },
    ]);
    await session.close();
  });
});
