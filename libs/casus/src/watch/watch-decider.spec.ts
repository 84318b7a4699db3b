import { NO_PARTNERS } from '#partners/partners-over-time';
import type { CasusHistory } from '#casus/history';
import { at, casusAfter, historyOf, opening, type Brief } from '#casus/specification';
import { E1, local, offered, on } from '#casus/stalls/stall-specification';
import { noticesOf } from '#casus/watch/notices';
import { watchDecider, type Watch } from '#casus/watch/watch-decider';
import { instantOf, type WatchEvent } from '#casus/watch/watch-events';
import type { WatchFact } from '#casus/watch/watch-fact';

/** The watch looks at a history at a local time: what it writes, and what is on record then. */
function looking(history: CasusHistory, time: string, watch: Watch = watchDecider.initialState) {
  const notices = noticesOf('eva', history, NO_PARTNERS, at(time));
  const decision = watchDecider.decide(notices, watch);
  const events = decision.accepted ? decision.events : [];
  const recordedAt = at(time);
  const record = events.reduce<Watch>((known, event, revision) => {
    const occurredAt = instantOf(event) ?? recordedAt;
    const fact = { ...event, casus: 'eva', revision, occurredAt, recordedAt } as WatchFact;
    return watchDecider.evolve(known, fact);
  }, watch);
  // What was not planned before the first step is not what these specifications are about.
  const lines = events.map(line).filter((text) => !text.includes('NOTHING_PLANNED'));
  return { lines, record, next: notices.next && local(notices.next) };
}

/** An event as one reads it. */
function line(event: WatchEvent): string {
  const time = instantOf(event);
  const when = time === undefined ? 'now' : local(time);
  switch (event.type) {
    case 'StallBegan':
      return `${when} began ${event.data.stall} ${event.data.onTheMove ?? 'nobody'}`;
    case 'StallEnded':
      return `${when} ended ${event.data.stall}`;
    case 'StallCorrected': {
      const { stall, instead } = event.data;
      const span = instead && `${local(instead.since)}..${instead.until === null ? '' : local(instead.until)}`;
      return `${when} corrected ${stall} ${span ?? 'undone'}`;
    }
    case 'OfferExpired':
      return `${when} expired ${event.data.handoff}`;
    case 'Escalated': {
      const { level, of, partner, person } = event.data;
      return `${when} level ${level} of ${of} to ${partner}${person === undefined ? '' : ` (${person})`}`;
    }
  }
}

const accepted: Brief = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' };
const UNANSWERED = 'eva/UNANSWERED/H1/7';

describe('what the watch writes', () => {
  const waiting = casusAfter(E1(), offered());

  it('is what has begun, ended and been told by then, in the order of the true instants', () => {
    expect(looking(waiting, '2026-10-05T09:00').lines).toEqual([
      `2026-09-19T00:00 began ${UNANSWERED} welzijn`,
      `2026-09-19T00:00 level 1 of ${UNANSWERED} to welzijn`,
      `2026-09-23T00:00 level 2 of ${UNANSWERED} to sociaal-team (jongerenwerker)`,
      `2026-09-30T00:00 level 3 of ${UNANSWERED} to sociaal-team`,
    ]);
  });

  it('is written once, and no sooner than its instant', () => {
    const before = looking(waiting, '2026-09-18T23:59');
    expect(before).toMatchObject({ lines: [], next: '2026-09-19T00:00' });
    const begun = looking(waiting, '2026-09-19T00:00', before.record);
    expect(begun.lines).toHaveLength(2);
    expect(begun.next).toBe('2026-09-23T00:00');
    expect(looking(waiting, '2026-09-19T00:00', begun.record).lines).toEqual([]);
    expect(looking(waiting, '2026-09-23T00:00', begun.record).lines).toEqual([
      `2026-09-23T00:00 level 2 of ${UNANSWERED} to sociaal-team (jongerenwerker)`,
    ]);
  });

  it('is no longer told once the stall has ended', () => {
    const answered = casusAfter(E1(), offered(), on('2026-09-22T10:00', accepted));
    const { record } = looking(waiting, '2026-09-21T09:00');
    expect(looking(answered, '2026-09-30T09:00', record).lines).toEqual([`2026-09-22T10:00 ended ${UNANSWERED}`]);
  });

  it('is undone when a late fact shows that there was no stall', () => {
    const late = { ...on('2026-09-17T10:00', accepted), recorded: '2026-09-21T11:00' };
    const answered = casusAfter(E1(), offered(), late);
    const { record } = looking(waiting, '2026-09-21T09:00');
    const corrected = looking(answered, '2026-09-21T11:00', record);
    expect(corrected.lines).toEqual([`now corrected ${UNANSWERED} undone`]);
    expect(looking(answered, '2026-09-21T12:00', corrected.record).lines).toEqual([]);
  });

  it('is moved when a late fact shows that it ended sooner', () => {
    const { record } = looking(casusAfter(E1(), offered(), on('2026-09-25T10:00', accepted)), '2026-09-25T10:00');
    const sooner = casusAfter(E1(), offered(), { ...on('2026-09-22T10:00', accepted), recorded: '2026-09-25T10:00' });
    expect(looking(sooner, '2026-09-25T11:00', record).lines).toEqual([
      `now corrected ${UNANSWERED} 2026-09-19T00:00..2026-09-22T10:00`,
    ]);
  });

  it('is not less for a decision of before the opening', () => {
    const decided: Brief = {
      do: 'record-decision',
      decidedBy: 'gemeente-wmo',
      product: 'urgentie',
      outcome: 'refused',
      ground: 'Geen binding',
      at: '2026-03-26T10:00',
      recorded: '2026-09-01T10:00',
    };
    const { stalls } = noticesOf('eva', historyOf(opening, decided), NO_PARTNERS, at('2026-10-01T09:00'));
    expect(stalls.map(({ pattern }) => pattern)).toEqual(['NOTHING_PLANNED', 'START_INCOMPLETE']);
  });

  it('tells the expiry of an offer', () => {
    const expiring = casusAfter(E1(), offered({ expiresOn: '2026-09-17' }));
    expect(looking(expiring, '2026-09-18T00:00').lines).toEqual(['2026-09-18T00:00 expired H1']);
    expect(looking(expiring, '2026-09-24T00:00').lines.slice(0, 3)).toEqual([
      '2026-09-18T00:00 expired H1',
      '2026-09-24T00:00 began eva/NOT_REROUTED/E1/7 gemeente-wmo',
      '2026-09-24T00:00 level 1 of eva/NOT_REROUTED/E1/7 to gemeente-wmo',
    ]);
  });
});

describe('the id of a stall', () => {
  it('names the latest event without which it would not have begun then, not one that changes nothing', () => {
    const noted: Brief = {
      do: 'note-progress',
      by: 'gemeente-wmo',
      at: '2026-09-16T10:00',
      step: 'E1',
      text: 'Gebeld',
    };
    const ids = (history: CasusHistory) =>
      noticesOf('eva', history, NO_PARTNERS, at('2026-09-21T09:00'))
        .stalls.map(({ stall }) => stall)
        .slice(1);
    expect(ids(casusAfter(E1(), offered()))).toEqual([UNANSWERED]);
    expect(ids(casusAfter(E1(), offered(), noted))).toEqual([UNANSWERED]);
  });

  it('is that of another stall once it has begun anew', () => {
    const acted: Brief = { do: 'start-step', by: 'gemeente-wmo', at: '2026-10-05T10:00', step: 'E1' };
    const stalls = noticesOf('eva', casusAfter(E1(), acted), NO_PARTNERS, at('2026-11-05T09:00')).stalls.slice(1);
    expect(stalls.map(({ stall, since }) => `${stall} ${local(since)}`)).toEqual([
      'eva/STANDSTILL/E1/6 2026-09-29T00:00',
      'eva/STANDSTILL/E1/7 2026-10-20T00:00',
    ]);
  });
});

describe('a warning', () => {
  it('goes once to the one on the move, and anew when the last day moves', () => {
    const target = E1({ target: '2026-10-02' });
    const moved: Brief = {
      do: 'replan-step',
      by: 'gemeente-wmo',
      at: '2026-09-29T10:00',
      step: 'E1',
      target: '2026-11-27',
      reason: 'Later',
    };
    expect(
      looking(casusAfter(target, moved), '2026-11-24T09:00').lines.filter((told) => told.includes('term')),
    ).toEqual([
      '2026-09-26T00:00 level 1 of eva/term/E1/2026-10-02 to gemeente-wmo',
      '2026-11-20T00:00 level 1 of eva/term/E1/2026-11-27 to gemeente-wmo',
    ]);
  });

  it('is all there is of a term that binds the resident: it lapses, and no stall begins', () => {
    const objection = E1({ term: { rule: 'AWB-67-BEZWAAR', from: '2026-09-14' } });
    expect(looking(casusAfter(objection), '2027-01-11T09:00').lines).toEqual([
      '2026-10-19T00:00 level 1 of eva/term/E1/2026-10-26 to gemeente-wmo',
    ]);
  });

  it('of a promise goes to who made it', () => {
    const promise: Brief = {
      do: 'make-promise',
      by: 'corporatie',
      at: '2026-09-15T10:00',
      promise: 'P1',
      promisedBy: 'corporatie',
      to: 'sociaal-team',
      what: 'Aanbod',
      due: '2026-09-30',
    };
    expect(looking(casusAfter(E1(), promise), '2026-09-28T09:00').lines).toEqual([
      '2026-09-25T00:00 level 1 of eva/promise/P1/2026-09-30 to corporatie',
    ]);
  });
});
