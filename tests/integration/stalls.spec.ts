import { readFile } from 'node:fs/promises';
import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { idOf, streamName, type StreamName } from '#event-sourcing/stream-name';
import { localTimeToInstant } from '#calendar/local-date';
import type { CasusHistory } from '#casus/history';
import { casusAfter, step, type Brief } from '#casus/specification';
import { stallsAt } from '#casus/standings';
import { noticesOf } from '#casus/watch/notices';
import { partnerEvent, type PartnerEvent } from '#partners/partner-events';
import { readPartnerFact } from '#partners/partner-fact';
import { NO_PARTNERS, partnersOverTime, type PartnersOverTime } from '#partners/partners-over-time';
import { catchUp } from '#read-models/projector/catch-up';
import { stalls, type StallView } from '#read-models/stalls/query';
import { instantsOf } from '#tests/integration/board';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { histories, playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { chanceOf } from '#tests/properties/chance';
import { localDate } from '#calendar/local-date';
import { parse } from 'yaml';

const DAY = 86_400_000;
const seed = Number(process.env['SEED'] ?? 47);

interface Expected {
  readonly asOf: string;
  readonly stallsNow: readonly ExpectedStall[];
  readonly stallsEnded: readonly ExpectedStall[];
}
interface ExpectedStall {
  readonly pattern: string;
  readonly about: string;
  readonly since: string;
  readonly until?: string;
  readonly cause?: string;
}

const textOf = (
  casus: string,
  { pattern, about, since, until, onTheMove, root, waiting }: ReturnType<typeof stallsAt>[number],
) => [casus, pattern, about, since, until, onTheMove, root, waiting ?? '-'].join(' ');

/** A stall of the view in the words of the domain's own function. */
const asTold = ({ pair, ...stall }: StallView) => textOf(stall.casus, { ...stall, waiting: pair?.from ?? null });

/** The stalls as the domain's own function has them. */
const told = (all: Iterable<CasusHistory>, at: Instant, knownAt: Instant | undefined, partners: PartnersOverTime) =>
  [...all]
    .flatMap((history) =>
      stallsAt(history, at, knownAt, partners).map((stall) => textOf(history.casus?.reference ?? '', stall)),
    )
    .sort();

const read = async ({ db }: ReadSession, at: Instant, knownAt?: Instant) =>
  (await stalls(db, { at, knownAt })).rows.map(asTold).sort();

describe('the stalls of the demo', () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await playBoth(session.store);
    await catchUp(session);
  }, 60_000);
  afterAll(() => session.close());

  it.each(['eva', 'kees-marianne'])('are those that the script of %s expects, with their causes', async (casus) => {
    const script = await readFile(new URL(`../../demo/${casus}.yaml`, import.meta.url), 'utf8');
    const { expect: expected } = parse(script) as { expect: Expected };
    const line = ({ pattern, about, since, until, cause }: ExpectedStall) =>
      [pattern, about, localTimeToInstant(since), until && localTimeToInstant(until), cause].join(' ');
    const { rows } = await stalls(session.db, { at: localTimeToInstant(expected.asOf), casus });
    expect(rows.map((row) => [row.pattern, row.about, row.since, row.until, row.cause].join(' ')).sort()).toEqual(
      [...expected.stallsNow, ...expected.stallsEnded].map(line).sort(),
    );
  });

  it('keep a cause apart that the party on the move named itself', async () => {
    const { rows } = await stalls(session.db, { at: instant('2026-11-20T12:00+01:00'), pattern: 'TERM_EXCEEDED' });
    const own = rows.flatMap(({ about, causes }) =>
      causes.map((cause) => [about, cause.cause, cause.block, cause.own]),
    );
    expect(own).toEqual([['E4', 'EIGEN_REGELGEVING', 'process', false]]);
  });

  it('come page by page, of one pattern, of one party, lasting or ended', async () => {
    const at = instant('2026-11-20T12:00+01:00');
    const all = (await stalls(session.db, { at })).rows;
    const first = await stalls(session.db, { at, limit: 4 });
    const second = await stalls(session.db, { at, limit: 100, ...(first.next !== null && { cursor: first.next }) });
    expect([...first.rows, ...second.rows]).toEqual(all);
    const lasting = (await stalls(session.db, { at, which: 'lasting' })).rows;
    expect(lasting.map(({ pattern, about }) => `${pattern} ${about}`).sort()).toEqual([
      'PROMISE_BROKEN P1',
      'STANDSTILL E12',
      'TERM_EXCEEDED K8',
      'UNANSWERED A1',
    ]);
    expect((await stalls(session.db, { at, which: 'ended' })).rows).toHaveLength(all.length - 4);
    expect((await stalls(session.db, { at, onTheMove: 'welzijn' })).rows.map(({ about }) => about)).toEqual(['E12']);
  });
});

describe('a cause that was named', () => {
  it('is own where who named it was on the move then, whoever is now', async () => {
    const session = await readSession();
    const named = (by: string): Brief => ({
      do: 'name-stall-cause',
      by,
      at: '2026-11-12T10:00',
      stall: { pattern: 'TERM_EXCEEDED', about: 'E1' },
      cause: 'TE_DRUK',
    });
    const { facts } = casusAfter(
      step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } }),
      named('gemeente-wmo'),
      named('welzijn'),
      { do: 'ask', by: 'gemeente-wmo', at: '2026-11-13T10:00', step: 'E1', to: 'welzijn', ask: 'A1', what: 'Wat?' },
      { ...named('welzijn'), at: '2026-11-16T10:00' },
    );
    const events = facts.map(({ type, schemaVersion, data, occurredAt, recordedAt, actor }, n) => ({
      id: `e-${n}`,
      type,
      schemaVersion,
      data,
      metadata: { commandId: 'c', correlationId: 'c', causationId: 'c', actor, occurredAt, recordedAt },
    }));
    await session.store.append([{ stream: streamName('casus', 'c1'), expected: 'no-stream', events }]);
    await catchUp(session);
    const { rows } = await stalls(session.db, { at: localTimeToInstant('2026-11-20T12:00'), pattern: 'TERM_EXCEEDED' });
    expect(rows.map(({ onTheMove, pair }) => [onTheMove, pair])).toEqual([
      ['welzijn', { from: 'gemeente-wmo', to: 'welzijn' }],
    ]);
    expect(rows[0]?.causes.map(({ by, own }) => [by.partner, own])).toEqual([
      ['gemeente-wmo', true],
      ['welzijn', false],
      ['welzijn', true],
    ]);
    await session.close();
  }, 60_000);
});

describe(`the stalls of random casus, seed ${seed}`, () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await appendRandomCasus(session.store, seed, { casus: 8, commands: 120 });
    await catchUp({ ...session, batch: 17 });
  }, 60_000);
  afterAll(() => session.close());

  it('are what the domain says, at any moment and as known at any other', async () => {
    const chance = chanceOf(seed, 99);
    const all = [...(await histories(session.store)).values()];
    const instants = await instantsOf(session.store);
    for (let n = 0; n < 60; n++) {
      const at = plusMs(chance.pick(instants), chance.pick([-1, 0, 1, DAY, 20 * DAY]));
      const knownAt = chance.perhaps(0.6, () => chance.pick(instants));
      const found = await read(session, at, knownAt);
      expect({ at, knownAt, found }).toEqual({ at, knownAt, found: told(all, at, knownAt, NO_PARTNERS) });
    }
  }, 120_000);

  it('have the stable ids that the watch records, at any moment and as known at any other', async () => {
    const chance = chanceOf(seed, 97);
    const all = [...(await histories(session.store))];
    const instants = await instantsOf(session.store);
    let again = 0;
    for (let n = 0; n < 40; n++) {
      const at = plusMs(chance.pick(instants), chance.pick([0, 1, DAY, 20 * DAY]));
      const knownAt = chance.perhaps(0.6, () => chance.pick(instants));
      const noticed = all.flatMap(([stream, history]) => {
        const facts = history.facts.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
        return noticesOf(idOf(stream as StreamName), { ...history, facts }, NO_PARTNERS, at).stalls;
      });
      const { rows } = await stalls(session.db, { at, knownAt });
      const ids = rows.map(({ id, pattern, about, since }) => [id, pattern, about, since].join(' ')).sort();
      expect({ at, knownAt, ids }).toEqual({
        at,
        knownAt,
        ids: noticed.map(({ stall, pattern, about, since }) => [stall, pattern, about, since].join(' ')).sort(),
      });
      again += ids.length;
      for (const { id } of rows.slice(0, 1)) {
        expect((await stalls(session.db, { at, knownAt, id })).rows.map((row) => row.id)).toEqual([id]);
      }
    }
    expect(again).toBeGreaterThan(100);
  }, 120_000);

  it('change with what partners set, also when it is told late and their casus lie still', async () => {
    const all = [...(await histories(session.store)).values()];
    const partners = [
      ...new Set(all.flatMap(({ casus }) => [...(casus?.steps.values() ?? [])].map(({ owner }) => owner))),
    ];
    const instants = await instantsOf(session.store);
    const before = await read(session, plusMs(instants.at(-1) ?? instant(0), 60 * DAY));
    const early = plusMs(instants[0] ?? instant(0), -DAY);
    const late = plusMs(instants.at(-1) ?? instant(0), DAY);
    const metadata = {
      commandId: 'c',
      correlationId: 'c',
      causationId: 'c',
      actor: { partner: 'sociaal-team' },
      recordedAt: late,
      occurredAt: early,
    };
    let n = 0;
    const proposed = (event: PartnerEvent) => ({ ...event, id: `p-${n++}`, metadata });
    for (const partner of partners) {
      await session.store.append([
        {
          stream: streamName('partner', partner),
          expected: 'no-stream',
          events: [
            proposed(partnerEvent('PartnerRegistered', { kind: 'other', name: partner })),
            proposed(partnerEvent('PartnerNormSet', { of: 'offer', workingDays: 7 })),
            proposed(
              partnerEvent('PartnerClosingDaysSet', { days: [localDate('2026-09-07'), localDate('2026-09-08')] }),
            ),
          ],
        },
      ]);
    }
    await catchUp({ ...session, batch: 17 });
    const page = await session.store.readAll({ after: BEGINNING, limit: 1000, categories: ['partner'] });
    const known = partnersOverTime(page.events.map(readPartnerFact));
    const chance = chanceOf(seed, 98);
    for (let look = 0; look < 40; look++) {
      const at = plusMs(chance.pick(instants), chance.pick([0, 1, DAY, 20 * DAY]));
      const found = await read(session, at);
      expect({ at, found }).toEqual({ at, found: told(all, at, undefined, known) });
    }
    expect(await read(session, plusMs(instants.at(-1) ?? instant(0), 60 * DAY))).not.toEqual(before);
  }, 120_000);
});
