import { localDate } from '#calendar/local-date';
import { step, type Brief } from '#casus/specification';
import { E1, known, offered, on, partnersWith, stallsIn } from '#casus/stalls/stall-specification';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const standstill = (given: readonly Brief[]) => stallsIn(given, { pattern: 'STANDSTILL', about: 'E1' });
/** Planned on Monday 14 September: ten working days later it is Monday the 28th. */
const FROM_PLANNING = ['2026-09-29T00:00.. gemeente-wmo'];
/** An act on Wednesday 16 September. */
const FROM_WEDNESDAY = ['2026-10-01T00:00.. gemeente-wmo'];
const note: Brief = { do: 'note-progress', ...owner, text: 'x' };
const onWednesday = (brief: Brief) => on('2026-09-16T10:00', brief);
const done = on('2026-09-16T10:00', { do: 'complete-step', ...owner });

describe('a step in standstill', () => {
  it.each<[string, Brief[], string[]]>([
    ['since its planning', [E1()], FROM_PLANNING],
    ['with a rhythm of its own', [E1({ rhythm: 3 })], ['2026-09-18T00:00.. gemeente-wmo']],
    ['with a target, which does not count', [E1({ target: '2026-12-31' })], FROM_PLANNING],
    ['since a note by its owner', [E1(), onWednesday(note)], FROM_WEDNESDAY],
    ['since a claim', [E1(), onWednesday({ do: 'claim-step', ...owner, person: 'consulent' })], FROM_WEDNESDAY],
    ['since a new plan', [E1(), onWednesday({ do: 'replan-step', ...owner, title: 'x' })], FROM_WEDNESDAY],
    [
      'since a decision of its owner on it',
      [
        E1(),
        onWednesday({
          do: 'record-decision',
          ...owner,
          product: 'p',
          decidedBy: 'gemeente-wmo',
          outcome: 'deferred',
          ground: 'x',
        }),
      ],
      FROM_WEDNESDAY,
    ],
    [
      'since an act of the director in its place',
      [E1(), onWednesday({ do: 'replan-step', step: 'E1', title: 'x' })],
      FROM_WEDNESDAY,
    ],
    [
      'a note by the director is no act in its place',
      [E1(), onWednesday({ do: 'note-progress', step: 'E1', text: 'x' })],
      FROM_PLANNING,
    ],
    ['a note by another', [E1(), onWednesday({ ...note, by: 'welzijn' })], FROM_PLANNING],
    [
      'naming a cause is no act',
      [
        E1(),
        on('2026-09-30T10:00', {
          do: 'name-stall-cause',
          by: 'gemeente-wmo',
          stall: { pattern: 'STANDSTILL', about: 'E1' },
          cause: 'TE_DRUK',
        }),
      ],
      FROM_PLANNING,
    ],
    [
      'until its owner acts, and again',
      [E1(), on('2026-10-01T10:00', note)],
      ['2026-09-29T00:00..2026-10-01T10:00 gemeente-wmo', '2026-10-16T00:00.. gemeente-wmo'],
    ],
    [
      'done',
      [E1(), on('2026-10-01T10:00', { do: 'complete-step', ...owner })],
      ['2026-09-29T00:00..2026-10-01T10:00 gemeente-wmo'],
    ],
    [
      'of a new owner: from when it got it',
      [
        E1(),
        on('2026-09-16T10:00', {
          do: 'reassign-step',
          step: 'E1',
          to: 'welzijn',
          reason: 'x',
          agreed: { how: 'phone' },
        }),
      ],
      ['2026-10-01T00:00.. welzijn'],
    ],
    [
      'reopened: the time between does not count',
      [E1(), done, on('2026-09-23T10:00', { do: 'reopen-step', step: 'E1', reason: 'x' })],
      ['2026-10-08T00:00.. gemeente-wmo'],
    ],
    ['scheduled first: from its start', [E1({ notBefore: '2026-09-21' })], ['2026-10-06T00:00.. gemeente-wmo']],
    [
      'waiting first: from the end of the waiting, chase or no chase',
      [
        E1(),
        onWednesday({ do: 'wait-for', ...owner, waitingFor: { kind: 'resident' }, reason: 'x', until: '2026-09-20' }),
      ],
      ['2026-10-06T00:00.. gemeente-wmo'],
    ],
    [
      'blocked first: from when it is free',
      [
        step('E0', 'corporatie', { at: '2026-09-14T08:00' }),
        E1({ after: [{ step: 'E0' }] }),
        on('2026-09-16T10:00', { do: 'complete-step', by: 'corporatie', step: 'E0' }),
      ],
      FROM_WEDNESDAY,
    ],
    ['not while a term by a rule runs', [E1({ term: { rule: 'AFSPRAAK-10WD', from: '2026-09-14' } })], []],
    ['not while an offer is open', [E1(), offered()], []],
    ['not while it is to be rerouted', [E1(), offered({ expiresOn: '2026-09-15' })], []],
    ['not while an ask is open', [E1(), onWednesday({ do: 'ask', ...owner, to: 'welzijn', what: 'x' })], []],
    [
      'not while a takeover request is open',
      [E1(), onWednesday({ do: 'request-takeover', by: 'welzijn', step: 'E1' })],
      [],
    ],
    ['not while it is reported', [E1({ confirmedBy: 'corporatie' }), done], []],
    [
      'from the end of an ask',
      [
        E1(),
        on('2026-09-15T10:00', { do: 'ask', ...owner, to: 'welzijn', ask: 'A1', what: 'x' }),
        onWednesday({ do: 'answer-ask', by: 'welzijn', ask: 'A1', answer: 'x' }),
      ],
      FROM_WEDNESDAY,
    ],
  ])('%s', (_what, given, expected) => {
    expect(standstill(given)).toEqual(expected);
  });

  it('counts in the calendar of its owner, as it was when the rhythm began', () => {
    const since = (partner: string, time?: string) =>
      stallsIn([E1()], {
        pattern: 'STANDSTILL',
        partners: partnersWith(known(partner, 'PartnerClosingDaysSet', { days: [localDate('2026-09-21')] }, time)),
      });
    expect(since('gemeente-wmo')).toEqual(['2026-09-30T00:00.. gemeente-wmo']);
    expect(since('gemeente-wmo', '2026-09-14T09:01')).toEqual(FROM_PLANNING);
    expect(since('sociaal-team')).toEqual(FROM_PLANNING);
  });
});
