import { basis, casusAfter, spec, stateOf, step } from '#casus/specification';

const { do: _, ...own } = step('E1', 'sociaal-team');
const { do: _do, ...forCorporatie } = step('E1', 'corporatie');
const planned = {
  step: 'E1',
  title: 'Stap E1',
  category: 'housing',
  owner: 'sociaal-team',
  after: [],
  rhythm: 10,
} as const;

describe('plan-step', () => {
  it('plans a step with a usual rhythm', () => {
    spec('plan-step').given().when(own).then('StepPlanned', planned);
  });

  it('keeps all that is told of it, and which text of the rule was read', () => {
    const more = {
      target: '2026-10-01',
      notBefore: '2026-09-20',
      product: 'urgentie',
      confirmedBy: 'welzijn',
      rhythm: 3,
      harm: { what: 'maand huur', dates: ['2026-10-01', '2026-11-01'] },
      financing: 'Wmo',
      legalBasis: 'Wmo 2.3.2',
      override: { reason: 'spoed' },
    };
    const after = [{ step: 'E0', outcome: 'granted' as const }];
    const term = { rule: 'AWB-413-8W', from: '2026-09-14' };
    const eightWeeks = {
      code: 'AWB-413-8W',
      nature: 'derived',
      length: { amount: 8, unit: 'weeks' },
      binds: 'public-body',
      source: 'Awb art. 4:13 lid 2',
      version: '2026-07-01',
      suspendable: true,
    } as const;
    const calendar = { version: 'nl-2010-10-10', equatedDays: [] };
    spec('plan-step')
      .given(step('E0', 'sociaal-team'))
      .when({ ...own, ...more, after, term })
      .then('StepPlanned', { ...planned, ...more, after, term: { from: term.from, rule: eightWeeks, calendar } });
  });

  it('gives the next free reference where none is given', () => {
    const { step: __, ...nameless } = own;
    spec('plan-step')
      .given()
      .when(nameless)
      .then('StepPlanned', { ...planned, step: 'S1' });
    const taken = [step('S2', 'sociaal-team'), step('E1', 'sociaal-team')];
    spec('plan-step')
      .given(...taken)
      .when(nameless)
      .then('StepPlanned', { ...planned, step: 'S3' });
  });

  it('does not plan a step after itself', () => {
    const after = [{ step: 'E0' }, { step: 'E1' }];
    spec('plan-step')
      .given(step('E0', 'sociaal-team'))
      .when({ ...own, after })
      .thenRejected('dependency-cycle', { cycle: ['E1', 'E1'] });
    spec('plan-step')
      .given()
      .when({ ...own, after })
      .thenRejected('step-unknown', { step: 'E0' });
    spec('plan-step')
      .given(step('E0', 'sociaal-team'), step('E1', 'sociaal-team'))
      .when({ ...own, after })
      .thenRejected('reference-taken');
  });

  it('plans a step for a partner with which it was agreed', () => {
    const agreed = { how: 'meeting', on: '2026-09-11', with: 'verhuurder' } as const;
    spec('plan-step')
      .given()
      .when({ ...forCorporatie, agreed })
      .then('StepPlanned', { ...planned, owner: 'corporatie', agreed });
  });

  it('asks a partner before giving it a step', () => {
    const { agreed: __, ...unasked } = forCorporatie;
    spec('plan-step').given().when(unasked).thenRejected('agreed-required', { owner: 'corporatie' });
  });

  it('lets a partner that takes part plan for itself', () => {
    const { agreed: __, ...itself } = forCorporatie;
    spec('plan-step')
      .given()
      .when({ ...itself, by: 'corporatie' })
      .then('StepPlanned', { ...planned, owner: 'corporatie' });
    spec('plan-step')
      .given()
      .when({ ...forCorporatie, owner: 'welzijn', by: 'corporatie' })
      .thenRejected('not-for-others', { owner: 'welzijn' });
    spec('plan-step')
      .given()
      .when({ ...itself, owner: 'school', by: 'school' })
      .thenRejected('not-taking-part', { partner: 'school' });
  });

  it('needs a basis for the partner, or an override', () => {
    const forSchool = { ...forCorporatie, owner: 'school' };
    spec('plan-step').given().when(forSchool).thenRejected('no-basis', { partner: 'school' });
    const override = { reason: 'spoed' };
    spec('plan-step')
      .given()
      .when({ ...forSchool, override })
      .then('StepPlanned', { ...planned, owner: 'school', agreed: { how: 'phone' }, override });
  });

  it('counts a basis up to and including its last day', () => {
    const until = basis('school', { validUntil: '2026-09-14' });
    const forSchool = { ...forCorporatie, owner: 'school' };
    spec('plan-step')
      .given(until)
      .when({ ...forSchool, at: '2026-09-14T23:59:59' })
      .thenAccepted();
    spec('plan-step')
      .given(until)
      .when({ ...forSchool, at: '2026-09-15T00:00' })
      .thenRejected('no-basis');
  });

  it('is confirmed by a partner that takes part', () => {
    spec('plan-step')
      .given()
      .when({ ...own, confirmedBy: 'school' })
      .thenRejected('no-basis', { partner: 'school' });
  });

  it.each([
    ['NONE', '2026-09-14', 'term-rule-unknown', { rule: 'NONE' }],
    [
      'AWB-413-8W',
      '2026-06-30',
      'term-rule-not-in-force',
      {
        rule: 'AWB-413-8W',
        source: expect.stringContaining('4:13') as unknown,
        from: '2026-06-30',
        inForceFrom: '2026-07-01',
        inForceUntil: null,
      },
    ],
  ] as const)('has no term by rule %s from %s', (rule, from, code, details) => {
    spec('plan-step')
      .given()
      .when({ ...own, term: { rule, from } })
      .thenRejected(code, details);
  });

  it('may have a term by a norm from any day', () => {
    spec('plan-step')
      .given()
      .when({ ...own, term: { rule: 'TREEK-6W', from: '2020-01-01' } })
      .thenAccepted();
  });

  it('comes after steps that are there', () => {
    spec('plan-step')
      .given()
      .when({ ...own, after: [{ step: 'E0' }] })
      .thenRejected('step-unknown', { step: 'E0' });
  });

  it('has a reference of its own', () => {
    spec('plan-step').given(step('E1', 'welzijn')).when(own).thenRejected('reference-taken', { reference: 'E1' });
  });

  it('makes the partner its owner, and the step open', () => {
    const found = stateOf(casusAfter(step('E1', 'corporatie'))).steps.get('E1');
    expect(found).toMatchObject({
      owner: 'corporatie',
      acquired: { by: 'plan' },
      life: { is: 'active' },
      rerouting: false,
    });
  });

  it('is not for a closed casus', () => {
    spec('plan-step')
      .given({ do: 'close-casus', outcome: 'goal-reached', reason: 'klaar' })
      .when(own)
      .thenRejected('casus-closed', { state: 'closed', allowed: ['reopen-casus', 'add-note'] });
  });
});
