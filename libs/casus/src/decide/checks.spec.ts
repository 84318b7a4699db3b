import { at, casusAfter, spec, step, when, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const E2 = step('E2', 'welzijn');

/** What happened at the first time and was typed in at the second. */
const late = (happened: string, recorded = '2026-09-16T12:00') => ({ at: happened, recorded });

describe('a reference', () => {
  const other: readonly Brief[] = [
    E1,
    E2,
    {
      do: 'offer-handoff',
      at: '2026-09-14T11:00',
      by: 'corporatie',
      step: 'E1',
      handoff: 'H1',
      to: 'zorgaanbieder',
      kind: 'warm',
    },
    {
      do: 'ask',
      at: '2026-09-14T11:00',
      by: 'corporatie',
      step: 'E1',
      ask: 'A1',
      to: 'zorgaanbieder',
      what: 'kan het?',
    },
    { do: 'request-takeover', at: '2026-09-14T11:00', by: 'welzijn', step: 'E1', takeover: 'T1' },
    {
      do: 'make-promise',
      at: '2026-09-14T11:00',
      by: 'welzijn',
      promise: 'P1',
      promisedBy: 'welzijn',
      to: 'corporatie',
      what: 'een lijst',
      due: '2026-10-01',
    },
    { ...step('S3', 'sociaal-team'), at: '2026-09-14T11:00' },
    {
      do: 'add-resident',
      at: '2026-09-14T11:00',
      ref: 'noor',
      id: 'person-noor',
      role: 'resident',
      givenName: 'Noor',
      familyName: 'Voorbeeld',
    },
  ];
  const earlier = late('2026-09-14T10:00');
  const beginnings: readonly (readonly [Brief, string, string])[] = [
    [
      { do: 'offer-handoff', ...earlier, by: 'welzijn', step: 'E2', to: 'zorgaanbieder', kind: 'warm' },
      'handoff',
      'H1',
    ],
    [{ do: 'ask', ...earlier, by: 'welzijn', step: 'E2', to: 'zorgaanbieder', what: 'kan het?' }, 'ask', 'A1'],
    [{ do: 'request-takeover', ...earlier, by: 'corporatie', step: 'E2' }, 'takeover', 'T1'],
    [
      {
        do: 'make-promise',
        ...earlier,
        by: 'welzijn',
        promisedBy: 'welzijn',
        to: 'corporatie',
        what: 'een lijst',
        due: '2026-10-01',
      },
      'promise',
      'P1',
    ],
    [{ ...step('', 'sociaal-team'), ...earlier }, 'step', 'S3'],
  ];

  it.each(beginnings)('of a late entry is not one that was given out since', (brief, field, taken) => {
    const named = { ...brief, [field]: taken };
    when(casusAfter(...other), named).thenRejected('reference-taken', { reference: taken });
    const history = casusAfter(...other, { ...brief, [field]: undefined });
    const next = taken === 'S3' ? 'S4' : taken.replace('1', '2');
    expect(history.facts.find(({ recordedAt }) => recordedAt === at('2026-09-16T12:00'))?.data).toMatchObject({
      [field]: next,
    });
  });

  it('of a resident is not one that was given out since', () => {
    spec('add-resident')
      .given(...other)
      .when({ ...earlier, ref: 'noor', id: 'person-other', role: 'resident', givenName: 'Noor', familyName: 'Anders' })
      .thenRejected('resident-known', { resident: 'noor' });
  });
});
