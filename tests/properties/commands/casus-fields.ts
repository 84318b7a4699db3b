import type { CommandFields, ResidentInput } from '#casus/commands';
import { STALL_CAUSE_CODES } from '#casus/stall-cause';
import {
  BASIS_KINDS,
  CATEGORIES,
  CLOSING_OUTCOMES,
  DECISION_OUTCOMES,
  INCOME_CLASSES,
  STALL_PATTERNS,
} from '#casus/vocabulary';
import { PARTNERS, RESIDENTS } from '#tests/properties/commands/cast';
import type { Draw } from '#tests/properties/commands/draw';

const residentOf = (ref: string, role: ResidentInput['role']): ResidentInput => ({
  ref,
  id: `person-${ref}`,
  role,
  givenName: ref,
  familyName: 'Voorbeeld',
});

const resident = (draw: Draw) => draw.one([...draw.casus.residents.keys()], RESIDENTS);
const step = (draw: Draw) => draw.one([...draw.casus.steps.keys()], []);
const stall = (draw: Draw) => {
  const stalls = draw.stalls();
  const { pattern, about } = stalls.length > 0 ? draw.pick(stalls) : { pattern: 'STANDSTILL' as const, about: 'geen' };
  return { pattern: draw.odd() ? draw.pick(STALL_PATTERNS) : pattern, about: draw.odd() ? step(draw) : about };
};
const newResident = (draw: Draw) =>
  RESIDENTS.find((ref) => !draw.casus.residents.has(ref) && !draw.odd()) ?? draw.pick(RESIDENTS);

type CasusCommand =
  | 'open-casus'
  | 'close-casus'
  | 'reopen-casus'
  | 'appoint-director'
  | 'add-resident'
  | 'end-resident'
  | 'record-basis'
  | 'withdraw-basis'
  | 'leave-casus'
  | 'record-decision'
  | 'record-meeting'
  | 'add-note'
  | 'describe-housing-need'
  | 'name-stall-cause';

/** Random fields of the commands on the casus as a whole. */
export const CASUS_FIELDS: { readonly [N in CasusCommand]: (draw: Draw) => CommandFields[N] } = {
  'open-casus': (draw) => ({
    reference: 'casus-1',
    title: 'Samen wonen',
    goal: draw.text(),
    situation: draw.text(),
    residents: [
      residentOf('anna', draw.odd() ? 'informal-carer' : 'resident'),
      ...(draw.happens(0.2) ? [residentOf(draw.happens(0.2) ? 'anna' : 'bram', 'informal-carer')] : []),
    ],
    director: draw.perhaps(0.3, () => ({ partner: draw.pick(['sociaal-team', 'gemeente-wmo']) })),
  }),
  'close-casus': (draw) => ({ outcome: draw.pick(CLOSING_OUTCOMES), reason: draw.text() }),
  'reopen-casus': (draw) => ({ reason: draw.text() }),
  'appoint-director': (draw) => ({
    partner: draw.happens(0.3) ? draw.casus.director.partner : draw.pick(['sociaal-team', 'gemeente-wmo', 'welzijn']),
    person: draw.perhaps(0.5, () => draw.pick(['p1', 'p2'])),
  }),
  'add-resident': (draw) => residentOf(newResident(draw), draw.happens(0.6) ? 'resident' : 'informal-carer'),
  'end-resident': (draw) => ({ ref: resident(draw), reason: draw.text() }),
  'record-basis': (draw) => ({
    partner: draw.odd() ? draw.partner() : draw.pick(PARTNERS.filter((partner) => partner !== 'passant')),
    basis: draw.pick(BASIS_KINDS),
    persons: [resident(draw)],
    givenBy: draw.odd() ? undefined : 'anna',
    article: draw.odd() ? undefined : 'Wmo 2015 2.3.2',
    purpose: draw.text(),
    categories: draw.happens(0.5) ? [draw.pick(CATEGORIES)] : [draw.pick(CATEGORIES), 'general'],
    validUntil: draw.perhaps(0.2, () => draw.day(0, 30)),
  }),
  'withdraw-basis': (draw) => ({
    partner: draw.insider(),
    categories: draw.happens(0.3) ? CATEGORIES : [draw.pick(CATEGORIES), 'general'],
    persons: draw.perhaps(0.4, () => [resident(draw)]),
  }),
  'leave-casus': (draw) => ({ reason: draw.text() }),
  'record-decision': (draw) => ({
    product: draw.pick(['briefadres', 'urgentie']),
    decidedBy: draw.insider(),
    outcome: draw.happens(0.5) ? 'granted' : draw.pick(DECISION_OUTCOMES),
    ground: draw.text(),
    step: draw.perhaps(0.8, () => step(draw)),
  }),
  'record-meeting': (draw) => ({
    present: [draw.casus.director.partner, draw.insider()],
    agreed: draw.text(),
    steps: draw.perhaps(0.3, () => [step(draw)]),
  }),
  'add-note': (draw) => ({ text: draw.text(), audience: 'all', step: draw.perhaps(0.3, () => step(draw)) }),
  'describe-housing-need': (draw) => ({
    rooms: draw.between(1, 4),
    stepFree: draw.happens(0.5),
    lift: draw.happens(0.5),
    neighbourhoods: ['Zuid'],
    incomeClass: draw.pick(INCOME_CLASSES),
    from: draw.day(0, 90),
    support: draw.perhaps(0.3, () => ({ arranged: draw.happens(0.5) })),
  }),
  'name-stall-cause': (draw) => ({
    stall: stall(draw),
    cause: draw.odd() ? 'PECH' : draw.pick(STALL_CAUSE_CODES),
    note: draw.perhaps(0.2, draw.text),
  }),
};
