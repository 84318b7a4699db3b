import { localDate } from '#calendar/local-date';
import { minutesBetween } from '#calendar/working-time';
import { bookedStretches, ledgerOf } from '#casus/ledger';
import { at, casusAfter, step, type Brief } from '#casus/specification';
import { known, on, partnersWith } from '#casus/stalls/stall-specification';
import { standingIntervals } from '#casus/standings';
import { NO_PARTNERS, type PartnersOverTime } from '#partners/partners-over-time';

const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00' });
const E1 = (more: Partial<Brief<'plan-step'>> = {}) => step('E1', 'gemeente-wmo', { at: '2026-09-14T09:00', ...more });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const offer: Brief = { do: 'offer-handoff', ...owner, handoff: 'H1', to: 'welzijn', kind: 'warm' };
const askSender: Brief = { do: 'ask', by: 'welzijn', handoff: 'H1', ask: 'A1', what: 'x' };
const doneE0: Brief = { do: 'complete-step', by: 'corporatie', step: 'E0' };

/** Working minutes per line of a step, up to a time. */
function linesOf(given: readonly Brief[], until: string, id = 'E1', partners: PartnersOverTime = NO_PARTNERS) {
  const stretches = bookedStretches(standingIntervals(casusAfter(...given).facts, partners), at(until));
  const lines = ledgerOf(stretches, partners).find((ledger) => ledger.step === id)?.lines ?? [];
  return Object.fromEntries(lines.map(({ line, workingMinutes }) => [line, workingMinutes]));
}
const suspended = (waitUntil: string): Brief => ({
  do: 'suspend-term',
  ...owner,
  ground: 'AWB-415-AANVULLING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-15',
  until: waitUntil,
});
const withTerm = { term: { rule: 'AWB-413-8W', from: '2026-09-14' } };

describe('the lines of a step', () => {
  it.each<[string, Brief[], string, Record<string, number>]>([
    ['its owner', [E1()], '2026-09-15T10:00', { 'gemeente-wmo': 540 }],
    [
      'the receiver of an offer, then its sender again',
      [
        E1(),
        on('2026-09-14T10:00', offer),
        on('2026-09-14T12:00', { do: 'withdraw-handoff', by: 'gemeente-wmo', handoff: 'H1' }),
      ],
      '2026-09-14T13:00',
      { 'gemeente-wmo': 120, welzijn: 120 },
    ],
    [
      'the sender that is asked about its offer',
      [E1(), on('2026-09-14T10:00', offer), on('2026-09-14T12:00', askSender)],
      '2026-09-14T13:00',
      { 'gemeente-wmo': 120, welzijn: 120 },
    ],
    [
      'whoever is waited for',
      [
        E1(),
        on('2026-09-14T10:00', {
          do: 'wait-for',
          ...owner,
          waitingFor: { kind: 'supply', name: 'woning' },
          reason: 'x',
          until: '2026-09-14',
        }),
      ],
      '2026-09-15T10:00',
      { 'gemeente-wmo': 120, 'supply:woning': 420 },
    ],
    [
      'the resident',
      [E1(), on('2026-09-14T10:00', { do: 'wait-for', ...owner, waitingFor: { kind: 'resident' }, reason: 'x' })],
      '2026-09-14T11:00',
      { 'gemeente-wmo': 60, resident: 60 },
    ],
    [
      'suspended, whoever is on the move',
      [
        E1(withTerm),
        on('2026-09-14T10:00', suspended('2026-09-16')),
        on('2026-09-15T10:00', { do: 'ask', ...owner, to: 'welzijn', what: 'x' }),
      ],
      '2026-09-17T10:00',
      { 'gemeente-wmo': 480, suspended: 960, welzijn: 60 },
    ],
    [
      'suspended, also while an offer is open',
      [E1(withTerm), on('2026-09-14T10:00', suspended('2026-09-16')), on('2026-09-15T10:00', offer)],
      '2026-09-17T10:00',
      { 'gemeente-wmo': 480, suspended: 960, welzijn: 60 },
    ],
    ['scheduled', [E1({ notBefore: '2026-09-15' })], '2026-09-15T10:00', { scheduled: 480, 'gemeente-wmo': 60 }],
    [
      'the receiver, while it is scheduled',
      [
        E1({ notBefore: '2026-09-15' }),
        on('2026-09-14T10:00', offer),
        on('2026-09-14T12:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' }),
      ],
      '2026-09-14T13:00',
      { scheduled: 120, welzijn: 120 },
    ],
    [
      'what blocks it',
      [E0, E1({ after: [{ step: 'E0' }] }), on('2026-09-14T12:00', doneE0)],
      '2026-09-14T13:00',
      { 'blocked:E0': 180, 'gemeente-wmo': 60 },
    ],
    [
      'the receiver, then the sender asked, while it is blocked',
      [
        E0,
        E1({ after: [{ step: 'E0' }] }),
        on('2026-09-14T10:00', offer),
        on('2026-09-14T12:00', askSender),
        on('2026-09-14T13:00', { do: 'withdraw-handoff', by: 'gemeente-wmo', handoff: 'H1' }),
      ],
      '2026-09-14T14:00',
      { 'blocked:E0': 120, welzijn: 120, 'gemeente-wmo': 60 },
    ],
    [
      'blocked while nobody is on the move',
      [step('E0', 'corporatie', { at: '2026-09-14T08:00', notBefore: '2026-09-15' }), E1({ after: [{ step: 'E0' }] })],
      '2026-09-15T10:00',
      { 'blocked:nobody': 480, 'blocked:E0': 60 },
    ],
    [
      'blocked by a step that waits for another',
      [E0, step('E2', 'welzijn', { at: '2026-09-14T08:30', after: [{ step: 'E0' }] }), E1({ after: [{ step: 'E2' }] })],
      '2026-09-14T10:00',
      { 'blocked:E2': 60 },
    ],
    [
      'the director that is to replan',
      [
        E0,
        E1({ after: [{ step: 'E0' }] }),
        on('2026-09-14T10:00', { do: 'cancel-step', by: 'corporatie', step: 'E0', reason: 'x' }),
        on('2026-09-14T12:00', { do: 'replan-step', step: 'E1', after: [] }),
      ],
      '2026-09-14T13:00',
      { 'blocked:E0': 60, 'sociaal-team': 120, 'gemeente-wmo': 60 },
    ],
    [
      'none once it is done, and none for the time until it is opened again',
      [
        E1(),
        on('2026-09-14T10:00', { do: 'complete-step', ...owner }),
        on('2026-09-15T10:00', { do: 'reopen-step', step: 'E1', reason: 'x' }),
      ],
      '2026-09-15T11:00',
      { 'gemeente-wmo': 120 },
    ],
    ['none before it is planned', [E1()], '2026-09-14T09:00', {}],
  ])('%s', (_what, given, until, expected) => {
    expect(linesOf(given, until)).toEqual(expected);
  });

  it('add up to its whole time to the minute, also when things happen between minutes', () => {
    const given = [
      E0,
      E1({ after: [{ step: 'E0' }], at: '2026-09-14T09:00:40' }),
      on('2026-09-14T10:00:20', offer),
      on('2026-09-14T11:00:59', askSender),
      on('2026-10-26T12:30:30', doneE0),
      on('2026-11-02T12:00:01', { do: 'answer-ask', by: 'gemeente-wmo', ask: 'A1', answer: 'x' }),
    ];
    const until = at('2027-01-10T13:37:59');
    const [, ledger] = ledgerOf(bookedStretches(standingIntervals(casusAfter(...given).facts), until), NO_PARTNERS);
    const minutes = ledger?.lines.reduce((sum, line) => sum + line.minutes, 0);
    expect(minutes).toBe(minutesBetween(at('2026-09-14T09:00'), until));
  });
});

describe('working minutes of a line', () => {
  const hours = { monday: { from: '08:00', to: '12:00' }, tuesday: { from: '13:00', to: '24:00' } };
  const partners = partnersWith(
    known('welzijn', 'PartnerOpeningHoursSet', { hours }),
    known('gemeente-wmo', 'PartnerClosingDaysSet', { days: [localDate('2026-09-16')] }),
  );

  it('go by the hours of the partner on the line', () => {
    const given = [E1(), on('2026-09-14T10:00', offer)];
    expect(linesOf(given, '2026-09-17T09:00', 'E1', partners)).toEqual({ 'gemeente-wmo': 60, welzijn: 780 });
  });

  it('go by the closing days of the partner on the line', () => {
    expect(linesOf([E1()], '2026-09-17T10:00', 'E1', partners)).toEqual({ 'gemeente-wmo': 1020 });
  });

  it('of whoever is no partner go by office hours of the national calendar', () => {
    const given = [E0, E1({ after: [{ step: 'E0' }] })];
    expect(linesOf(given, '2026-09-17T10:00', 'E1', partners)).toEqual({ 'blocked:E0': 1500 });
  });
});
