import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher, type Watcher } from '#apps/watch/src/watcher';
import { watchService } from '#apps/watch/src/service';
import { localTimeToInstant } from '#calendar/local-date';
import type { Fact } from '#casus/fact';
import { casusAfter, recordedEvent } from '#casus/specification';
import { E1, offered } from '#casus/stalls/stall-specification';
import { plusMs } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { startService } from '#installation/start-service';
import { undoing } from '#platform/undoing';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { casusEvents, histories, playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { handClock, round, silent, thenAllIsOnRecord, thenEachOnce, written } from '#tests/integration/watching';
import { chanceOf } from '#tests/properties/chance';

const seed = Number(process.env['SEED'] ?? 61);
const DAY = 86_400_000;
/** A stop in the middle: what comes after the append does not happen any more. */
class Killed extends Error {}

describe('the watch over the demo', () => {
  const now = localTimeToInstant('2026-11-20T12:00');
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await playBoth(session.store);
  });
  afterAll(() => session.close());

  it('started when all has happened, records it in order, with the true instants, and once', async () => {
    const { store, db } = session;
    const sources = { store, db, clock: handClock(now), log: silent };
    await Promise.all([round(watcher(watcherOptions(sources))), round(watcher(watcherOptions(sources)))]);
    const facts = await written(store);
    thenEachOnce(facts);
    await thenAllIsOnRecord(store, now);
    for (const casus of new Set(facts.map((fact) => fact.casus))) {
      const instants = facts.filter((fact) => fact.casus === casus).map(({ occurredAt }) => occurredAt);
      expect(instants).toEqual([...instants].sort());
      expect(instants.every((at) => at <= now)).toBe(true);
    }
    await round(watcher(watcherOptions(sources)));
    expect(await written(store)).toHaveLength(facts.length);
  });

  it('tells who is on the move, then the director, then the process director', async () => {
    const facts = await written(session.store);
    const all = await histories(session.store);
    const names = new Map([...all].map(([stream, { casus }]) => [stream.slice('casus-'.length), casus?.reference]));
    const told = facts.flatMap((fact) =>
      fact.type === 'Escalated'
        ? [
            [
              names.get(fact.casus),
              fact.data.pattern ?? fact.data.why,
              fact.data.about,
              fact.data.level,
              fact.data.partner,
              fact.data.at,
            ].join(' '),
          ]
        : [],
    );
    expect(told.sort()).toMatchInlineSnapshot(`
     [
       "eva NOT_REROUTED E14 1 sociaal-team 2026-10-30T23:00:00.000Z",
       "eva NOT_REROUTED E14 2 sociaal-team 2026-11-03T23:00:00.000Z",
       "eva NOT_REROUTED E14 3 sociaal-team 2026-11-10T23:00:00.000Z",
       "eva PLAN_OVERTAKEN E5 1 sociaal-team 2026-10-01T22:00:00.000Z",
       "eva PLAN_OVERTAKEN E5 2 sociaal-team 2026-10-06T22:00:00.000Z",
       "eva PLAN_OVERTAKEN E5 3 sociaal-team 2026-10-13T22:00:00.000Z",
       "eva PLAN_OVERTAKEN E9 1 sociaal-team 2026-09-29T22:00:00.000Z",
       "eva PLAN_OVERTAKEN E9 2 sociaal-team 2026-10-02T22:00:00.000Z",
       "eva PLAN_OVERTAKEN E9 3 sociaal-team 2026-10-09T22:00:00.000Z",
       "eva REVOLVING_DOOR briefadres 1 sociaal-team 2026-08-31T07:30:00.000Z",
       "eva REVOLVING_DOOR briefadres 2 sociaal-team 2026-09-02T22:00:00.000Z",
       "eva REVOLVING_DOOR briefadres 3 sociaal-team 2026-09-09T22:00:00.000Z",
       "eva STANDSTILL E12 1 welzijn 2026-11-04T23:00:00.000Z",
       "eva STANDSTILL E12 2 sociaal-team 2026-11-09T23:00:00.000Z",
       "eva STANDSTILL E12 3 sociaal-team 2026-11-16T23:00:00.000Z",
       "eva TERM_EXCEEDED E4 1 gemeente-burgerzaken 2026-11-12T23:00:00.000Z",
       "eva TERM_EXCEEDED E4 2 sociaal-team 2026-11-17T23:00:00.000Z",
       "eva UNANSWERED O1 1 gemeente-burgerzaken 2026-09-15T22:00:00.000Z",
       "eva UNANSWERED O4 1 zorgaanbieder 2026-11-03T23:00:00.000Z",
       "eva UNANSWERED O4 2 sociaal-team 2026-11-06T23:00:00.000Z",
       "eva UNANSWERED O7 1 jongerenpunt 2026-10-15T22:00:00.000Z",
       "eva UNANSWERED O7 2 sociaal-team 2026-10-20T22:00:00.000Z",
       "eva term E10 1 gemeente-wonen 2026-11-08T23:00:00.000Z",
       "eva term E13 1 gemeente-schuldhulp 2026-10-25T23:00:00.000Z",
       "eva term E2 1 clientondersteuning 2026-09-07T22:00:00.000Z",
       "eva term E4 1 gemeente-burgerzaken 2026-11-04T23:00:00.000Z",
       "eva term E5 1 gemeente-burgerzaken 2026-09-23T22:00:00.000Z",
       "eva term E5 1 sociaal-team 2026-11-19T09:05:00.000Z",
       "eva term E6 1 gemeente-wmo 2026-10-08T22:00:00.000Z",
       "eva term E7 1 gemeente-wmo 2026-10-24T22:00:00.000Z",
       "eva term E9 1 corporatie 2026-11-19T09:05:00.000Z",
       "eva term E9 1 gemeente-burgerzaken 2026-09-23T22:00:00.000Z",
       "kees-marianne PINGPONG K10 1 zorgaanbieder 2026-10-21T12:00:00.000Z",
       "kees-marianne PROMISE_BROKEN P1 1 corporatie 2026-11-18T23:00:00.000Z",
       "kees-marianne TERM_EXCEEDED K5 1 zorgaanbieder 2026-11-02T23:00:00.000Z",
       "kees-marianne TERM_EXCEEDED K5 1 zorgaanbieder 2026-11-10T23:00:00.000Z",
       "kees-marianne TERM_EXCEEDED K8 1 corporatie 2026-11-13T23:00:00.000Z",
       "kees-marianne TERM_EXCEEDED K8 2 sociaal-team 2026-11-17T23:00:00.000Z",
       "kees-marianne UNANSWERED A1 1 corporatie 2026-11-04T23:00:00.000Z",
       "kees-marianne UNANSWERED A1 2 sociaal-team 2026-11-09T23:00:00.000Z",
       "kees-marianne UNANSWERED A1 3 sociaal-team 2026-11-16T23:00:00.000Z",
       "kees-marianne UNANSWERED O2 1 zorgaanbieder 2026-09-24T22:00:00.000Z",
       "kees-marianne UNANSWERED O2 2 sociaal-team 2026-09-29T22:00:00.000Z",
       "kees-marianne UNANSWERED O2 3 sociaal-team 2026-10-06T22:00:00.000Z",
       "kees-marianne promise P1 1 corporatie 2026-11-16T23:00:00.000Z",
       "kees-marianne term K2 1 sociaal-team 2026-09-19T22:00:00.000Z",
       "kees-marianne term K3 1 gemeente-wmo 2026-10-19T22:00:00.000Z",
       "kees-marianne term K5 1 zorgaanbieder 2026-10-18T22:00:00.000Z",
       "kees-marianne term K5 1 zorgaanbieder 2026-11-05T13:30:00.000Z",
       "kees-marianne term K6 1 zorgaanbieder 2026-10-05T22:00:00.000Z",
       "kees-marianne term K7 1 gemeente-wmo 2026-11-06T23:00:00.000Z",
       "kees-marianne term K8 1 corporatie 2026-11-08T23:00:00.000Z",
     ]
    `);
  });
});

describe(`the watch over a year of random casus, seed ${seed}`, () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
  });
  afterAll(() => session.close());

  it('records all once, as it is with all known, in two instances that are killed at random', async () => {
    const { store, db } = session;
    const chance = chanceOf(seed, 7);
    const scratch = memoryStore(sha256);
    await appendRandomCasus(scratch, seed, { casus: 4, commands: 70 });
    const waiting = [...(await casusEvents(scratch))];
    const clock = handClock(waiting[0]?.metadata.recordedAt ?? localTimeToInstant('2026-01-01T00:00'));
    const start = () => {
      const options = watcherOptions({ store, db, clock, log: silent });
      const mortal = (chances: number) => () => chance.perhaps(chances, () => Promise.reject(new Killed()));
      const dies = mortal(0.1);
      const agenda: typeof options.agenda = {
        ...options.agenda,
        note: async (looked) => {
          await dies();
          await options.agenda.note(looked);
        },
        postpone: () => Promise.reject(new Killed()),
      };
      return watcher({ ...options, agenda });
    };
    const untilKilled = (watch: Watcher) =>
      round(watch).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
    for (let day = 0; day < 366; day += chance.between(1, 9)) {
      clock.put(plusMs(clock.now(), chance.between(1, 9) * DAY));
      const told = waiting.filter(({ metadata }) => metadata.recordedAt <= clock.now());
      for (const { stream, id, type, schemaVersion, data, metadata } of told) {
        await store.append([{ stream, expected: 'any', events: [{ id, type, schemaVersion, data, metadata }] }]);
      }
      waiting.splice(0, waiting.length, ...waiting.filter((event) => !told.includes(event)));
      await Promise.all([untilKilled(start()), untilKilled(start())]);
    }
    await round(watcher(watcherOptions({ store, db, clock, log: silent })));
    const facts = await written(store);
    thenEachOnce(facts);
    await thenAllIsOnRecord(store, clock.now());
    expect(waiting).toEqual([]);
  }, 120_000);
});

describe('a fact that is entered late', () => {
  it('is seen from the log, and what it undoes is corrected', async () => {
    const session = await readSession();
    const { store, db } = session;
    const stream = streamName('casus', '00000000-0000-4000-8000-000000000001');
    const accepted = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' } as const;
    const late = { ...accepted, at: '2026-09-17T10:00', recorded: '2026-09-21T11:00' };
    const { facts } = casusAfter(E1(), offered(), late);
    const told = async (revisions: readonly Fact[]) => {
      for (const { revision, type, schemaVersion, data, actor, occurredAt, recordedAt } of revisions) {
        const { id, metadata } = recordedEvent(
          { type, schemaVersion, data },
          { revision, ...actor, occurredAt, recordedAt },
        );
        const event = { id: `${revision}-${id}`, type, schemaVersion, data, metadata };
        await store.append([{ stream, expected: 'any', events: [event] }]);
      }
    };
    const inOrder = facts.toSorted((a, b) => a.revision - b.revision);
    const clock = handClock(localTimeToInstant('2026-09-21T09:00'));
    const watch = watcher(watcherOptions({ store, db, clock, log: silent }));
    await told(inOrder.slice(0, -1));
    await round(watch);
    clock.put(localTimeToInstant('2026-09-21T11:00'));
    await told(inOrder.slice(-1));
    await round(watch);
    const found = (await written(store)).filter(({ data }) => JSON.stringify(data).includes('UNANSWERED'));
    expect(found.map(({ type, recordedAt }) => `${type} ${recordedAt}`)).toEqual([
      'StallBegan 2026-09-21T07:00:00.000Z',
      'Escalated 2026-09-21T07:00:00.000Z',
      'StallCorrected 2026-09-21T09:00:00.000Z',
    ]);
    expect(found.at(-1)?.data).toMatchObject({ instead: null });
    await thenAllIsOnRecord(store, clock.now());
    await session.close();
  });
});

describe('the watch as a service', () => {
  it('records by itself what has happened, until it is closed', async () => {
    const session = await readSession();
    const stopping = new AbortController();
    const started = undoing();
    const environment = { DATABASE_URL: session.url, AANZET_PORT: '0', AANZET_LOG_LEVEL: 'silent' };
    await startService(watchService, environment, started);
    await playBoth(session.store);
    const watched = session.store.subscribe({ after: BEGINNING, signal: stopping.signal, categories: ['watch'] });
    for await (const page of watched) if (page.events.length > 0) stopping.abort();
    await started.all();
    thenEachOnce(await written(session.store));
    await session.close();
  });
});
