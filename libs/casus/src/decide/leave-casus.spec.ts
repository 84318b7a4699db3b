import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';
import { hasBasis } from '#casus/bases';

const leave = { by: 'welzijn', reason: 'klaar' };
const nothing = { steps: [], offers: [], asks: [], promises: [], director: false };
const E1 = step('E1', 'corporatie');
const own = step('E2', 'welzijn');
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const promise = {
  do: 'make-promise',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'lijst',
  due: '2026-10-01',
} as const;

describe('leave-casus', () => {
  it('ends the bases of the partner', () => {
    spec('leave-casus').given().when(leave).then('PartnerLeft', { partner: 'welzijn', reason: 'klaar' });
    const casus = stateOf(casusAfter({ do: 'leave-casus', ...leave }));
    expect(['welzijn', 'corporatie'].map((partner) => hasBasis(casus, partner, at('2026-09-14T09:00')))).toEqual([
      false,
      true,
    ]);
  });

  it('is not for the partner of the director', () => {
    spec('leave-casus')
      .given()
      .when({ reason: 'klaar' })
      .thenRejected('work-open', { ...nothing, director: true });
  });

  it.each<[object, readonly Brief[]]>([
    [{ steps: ['E2'] }, [own]],
    [{ offers: ['H1'] }, [E1, offered]],
    [{ asks: ['A1'] }, [E1, { do: 'ask', by: 'corporatie', step: 'E1', to: 'welzijn', what: 'kan het?' }]],
    [
      { steps: ['E2'], asks: ['A1'] },
      [own, { do: 'ask', by: 'welzijn', step: 'E2', to: 'corporatie', what: 'kan het?' }],
    ],
    [{ promises: ['P1'] }, [{ ...promise, by: 'corporatie' }]],
    [{ promises: ['P1'] }, [{ ...promise, by: 'welzijn', promisedBy: 'welzijn', to: 'corporatie' }]],
  ])('is refused with work open: %j', (work, given) => {
    spec('leave-casus')
      .given(...given)
      .when(leave)
      .thenRejected('work-open', { ...nothing, ...work });
  });

  it('leaves what has ended behind', () => {
    spec('leave-casus').given(own, { do: 'complete-step', by: 'welzijn', step: 'E2' }).when(leave).thenAccepted();
    spec('leave-casus')
      .given(E1, offered)
      .when({ ...leave, at: '2026-09-22T00:00' })
      .thenAccepted();
  });

  it('happens once', () => {
    spec('leave-casus')
      .given({ do: 'leave-casus', ...leave })
      .when(leave)
      .thenRejected('not-taking-part', { partner: 'welzijn' });
  });
});
