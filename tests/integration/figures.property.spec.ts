import { localDate, localDateOf, plusDays } from '#calendar/local-date';
import { minutesBetween } from '#calendar/working-time';
import { instant, plusMs } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { idOf, streamName, type StreamName } from '#event-sourcing/stream-name';
import { partnerEvent } from '#partners/partner-events';
import { readPartnerFact } from '#partners/partner-fact';
import { partnersKnown } from '#partners/partners-known';
import { partnersOverTime } from '#partners/partners-over-time';
import { FIGURES } from '#read-models/figures/definitions';
import type { FigureQuery } from '#read-models/figures/figure';
import { linked, rowsIn } from '#read-models/figures/linked';
import { figure } from '#read-models/figures/query';
import { handoffs as offersOf } from '#read-models/handoffs/query';
import { casusLedger } from '#read-models/ledger/query';
import { bookedStretchesOf } from '#read-models/ledger/stretches';
import { catchUp } from '#read-models/projector/catch-up';
import { instantsOf } from '#tests/integration/board';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { histories, readSession, type ReadSession } from '#tests/integration/read-session';
import { countedFrom } from '#tests/integration/told-figures';
import { chanceOf } from '#tests/properties/chance';

const DAY = 86_400_000;
const seed = Number(process.env['SEED'] ?? 814);

describe(`figures of random casus, seed ${seed}`, () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await appendRandomCasus(session.store, seed, { casus: 8, commands: 150 });
    const all = [...(await histories(session.store)).values()];
    const owners = new Set(all.flatMap(({ casus }) => [...(casus?.steps.values() ?? [])].map(({ owner }) => owner)));
    const [partner = ''] = [...owners].sort();
    const actor = { partner };
    const long = instant('2020-01-01T00:00:00Z');
    const metadata = {
      commandId: 'c',
      correlationId: 'c',
      causationId: 'c',
      actor,
      occurredAt: long,
      recordedAt: long,
    };
    const hours = { monday: { from: '08:00', to: '12:00' }, thursday: { from: '13:00', to: '21:30' } };
    const events = [
      partnerEvent('PartnerRegistered', { kind: 'other', name: partner }),
      partnerEvent('PartnerOpeningHoursSet', { hours }),
      partnerEvent('PartnerClosingDaysSet', { days: [localDate('2026-09-07'), localDate('2026-09-08')] }),
    ];
    await session.store.append([
      {
        stream: streamName('partner', partner),
        expected: 'no-stream',
        events: events.map((event, n) => ({ ...event, id: `p-${n}`, metadata })),
      },
    ]);
    await catchUp({ ...session, batch: 50 });
  }, 60_000);
  afterAll(() => session.close());

  it('are what folding the events comes to, over any period, at any moment and as known at any other', async () => {
    const { events } = await session.store.readAll({ after: BEGINNING, limit: 100, categories: ['partner'] });
    const partners = partnersOverTime(events.map(readPartnerFact));
    const sources = { db: session.db, partners: partnersKnown(session.store) };
    const all = [...(await histories(session.store))];
    const names = [...new Set(all.flatMap(([, { casus }]) => [...(casus?.steps.values() ?? [])].map((s) => s.owner)))];
    const instants = await instantsOf(session.store);
    const chance = chanceOf(seed, 7);
    const seen = new Map<string, number>();
    for (let n = 0; n < 40; n++) {
      const at = plusMs(chance.pick(instants), chance.pick([-1, 0, 1, DAY, 20 * DAY]));
      const knownAt = chance.perhaps(0.5, () => chance.pick(instants));
      const lastDay = chance.perhaps(0.5, () => plusDays(localDateOf(at), -chance.between(0, 10)));
      const firstDay = chance.perhaps(0.6, () => plusDays(lastDay ?? localDateOf(at), -chance.between(0, 30)));
      const partner = chance.perhaps(0.3, () => chance.pick(names));
      const query: FigureQuery = { at, knownAt, firstDay, lastDay, partner };
      const told = all.map(([stream, history]) => {
        return { id: idOf(stream as StreamName), history, at, knownAt, partners };
      });
      const folded = countedFrom(told, query, partners);
      for (const name of FIGURES) {
        const {
          figure: is,
          definition,
          position,
          from,
          to,
          asOf,
          knownAt: known,
          partner: of,
          ...rows
        } = await figure(name, sources, query);
        const head = { figure: is, definition, position, from, to, asOf, knownAt: known, partner: of };
        expect({ query, rows }).toEqual({ query, rows: linked(head, folded[name]) });
        seen.set(name, (seen.get(name) ?? 0) + rowsIn(folded[name]).filter(({ casus }) => casus.length > 0).length);
      }
    }
    for (const name of FIGURES) expect(seen.get(name)).toBeGreaterThan(40);
  }, 120_000);

  it('give offers the time that the ledger books to their receivers', async () => {
    const sources = { db: session.db, partners: partnersKnown(session.store) };
    const at = plusMs((await instantsOf(session.store)).at(-1) ?? instant(0), DAY);
    const { totals } = await figure('waiting', sources, { at });
    const handoffs = totals.find(({ kind }) => kind === 'handoff');
    const references = [...(await histories(session.store)).values()].map(({ casus }) => casus?.reference ?? '');
    let [split, offers, questions] = [0, 0, 0];
    for (const casus of references) {
      const ledger = await casusLedger(sources, { casus, at });
      const stretches = await bookedStretchesOf(session.db, { casus, at });
      for (const { handoff, step, unread, undecided } of ledger.handoffs) {
        const found = await handoffNamed(casus, handoff);
        const end = found.acceptedAt ?? found.declinedAt ?? found.withdrawnAt ?? found.expiredAt ?? at;
        const during = stretches.filter((one) => one.step === step && one.from >= found.offeredAt && one.from < end);
        const ofReceiver = during.filter(({ line, act }) => line === found.to && act === 'answer-offer');
        const minutes = ofReceiver.reduce((sum, one) => sum + minutesBetween(one.from, one.to), 0);
        expect({ casus, handoff, minutes: unread.minutes + undecided.minutes }).toEqual({ casus, handoff, minutes });
        if (ofReceiver.length < during.length) questions += 1;
        split += minutes;
      }
      offers += ledger.handoffs.length;
    }
    expect([handoffs?.volume, handoffs?.waiting.total.minutes]).toEqual([offers, split]);
    expect(questions).toBeGreaterThan(0);

    async function handoffNamed(casus: string, name: string) {
      const { rows } = await offersOf(session.db, { casus, at });
      const found = rows.find(({ handoff }) => handoff === name);
      if (!found) throw new Error(`no offer ${name}`);
      return found;
    }
  });
});
