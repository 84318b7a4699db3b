import { basis, casusAfter, stateOf, at } from '#casus/specification';
import { CATEGORIES, type Category } from '#casus/vocabulary';
import { mayKnow, otherSteps } from '#messaging/audience/rights';
import { PARTNER_KINDS, type PartnerKind } from '#partners/partner-kind';

const NOW = at('2026-09-20T12:00');
const all = { categories: [...CATEGORIES] };
const bare = stateOf(casusAfter());
const granted = stateOf(casusAfter(basis('school', all), basis('sociaal-team', all)));

/** Which categories a partner of a kind may know with a basis for all of them. */
const known = (kind: PartnerKind): readonly Category[] =>
  CATEGORIES.filter((category) => mayKnow({ partner: 'school', kind, casus: granted, at: NOW }, category));

describe('what a partner may know with a basis for everything', () => {
  it.each<[PartnerKind, readonly Category[]]>([
    ['social-team', ['general']],
    ['municipality-care', ['general', 'address', 'housing', 'care', 'income']],
    ['municipality-records', ['general', 'address']],
    ['municipality-housing', ['general', 'housing']],
    ['municipality-debt', ['general', 'income']],
    ['youth-desk', ['general', 'income']],
    ['housing-corporation', ['general', 'housing']],
    ['care-provider', ['general', 'care', 'day-structure', 'informal-care']],
    ['general-practitioner', ['general', 'care']],
    ['welfare', ['general', 'housing', 'day-structure', 'informal-care']],
    ['school', ['general', 'address']],
    ['client-support', ['general', 'address', 'housing']],
    ['other', ['general']],
  ])('%s', (kind, categories) => {
    expect(known(kind)).toEqual(categories);
  });

  it('is nothing without a basis, for any kind', () => {
    const viewer = { partner: 'school', casus: bare, at: NOW };
    const seen = PARTNER_KINDS.filter((kind) => CATEGORIES.some((category) => mayKnow({ ...viewer, kind }, category)));
    expect(seen).toEqual([]);
  });
});

describe('what a director may know', () => {
  const seen = (kind: PartnerKind, casus = bare) =>
    CATEGORIES.filter((category) => mayKnow({ partner: 'sociaal-team', kind, casus, at: NOW }, category));

  it('is everything but care and income, and with a basis those too', () => {
    expect(seen('social-team')).toEqual(['general', 'address', 'housing', 'day-structure', 'informal-care']);
    expect(seen('social-team', granted)).toEqual(CATEGORIES);
  });

  it('is never what its kind may never know', () => {
    expect(seen('housing-corporation', granted)).not.toContain('care');
    expect(seen('housing-corporation', granted)).not.toContain('income');
  });
});

it('of other steps some kinds learn the state, a director all, everyone else what holds up its own', () => {
  const ofKind = (kind: PartnerKind, partner = 'school') => otherSteps({ partner, kind, casus: bare, at: NOW });
  expect(PARTNER_KINDS.filter((kind) => ofKind(kind) === 'state')).toEqual([
    ...['municipality-care', 'care-provider', 'welfare', 'client-support'],
  ]);
  expect(new Set(PARTNER_KINDS.map((kind) => ofKind(kind)))).toEqual(new Set(['state', 'state-if-blocking']));
  expect(ofKind('welfare', 'sociaal-team')).toBe('all');
});
