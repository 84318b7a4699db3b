import { at, basis, spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const offer = { step: 'E1', to: 'welzijn', kind: 'warm' } as const;
const offered = { handoff: 'H1', from: 'corporatie', ...offer };
const first: Brief = { do: 'offer-handoff', by: 'corporatie', ...offer };
const declined: Brief = { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' };
const withdrawn: Brief = { do: 'withdraw-handoff', by: 'corporatie', handoff: 'H1' };
const accepted: Brief = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' };

describe('offer-handoff', () => {
  it('offers a step to another partner', () => {
    spec('offer-handoff')
      .given(E1)
      .when({ by: 'corporatie', ...offer })
      .then('HandoffOffered', offered);
  });

  it('may name itself, until when to answer and when it expires', () => {
    const more = { handoff: 'O1', answerBy: '2026-09-14', expiresOn: '2026-09-30' };
    spec('offer-handoff')
      .given(E1)
      .when({ by: 'corporatie', ...offer, ...more })
      .then('HandoffOffered', { ...offered, ...more });
  });

  it('leaves the owner the sender where the director offers', () => {
    spec('offer-handoff').given(E1).when(offer).then('HandoffOffered', offered, { onBehalfOf: 'corporatie' });
  });

  it('goes to another than the owner', () => {
    spec('offer-handoff')
      .given(E1)
      .when({ by: 'corporatie', ...offer, to: 'corporatie' })
      .thenRejected('already-the-owner', { owner: 'corporatie' });
  });

  it('is one at a time', () => {
    const details = expect.objectContaining({ handoff: 'H1', to: 'welzijn', state: 'open' }) as object;
    spec('offer-handoff')
      .given(E1, first)
      .when({ by: 'corporatie', ...offer, to: 'zorgaanbieder' })
      .thenRejected('offer-open', details);
  });

  it('needs a basis for the receiver, or an override', () => {
    const toSchool = { by: 'corporatie', ...offer, to: 'school' };
    spec('offer-handoff').given(E1).when(toSchool).thenRejected('no-basis', { partner: 'school' });
    const override = { reason: 'spoed' };
    spec('offer-handoff')
      .given(E1)
      .when({ ...toSchool, override })
      .then('HandoffOffered', { ...offered, to: 'school', override });
    spec('offer-handoff')
      .given(E1, basis('school', { categories: ['income'] }))
      .when(toSchool)
      .thenAccepted();
  });

  it('needs none for the director, as long as it is', () => {
    spec('offer-handoff')
      .given(E1)
      .when({ by: 'corporatie', ...offer, to: 'sociaal-team' })
      .thenAccepted();
    spec('offer-handoff')
      .given(E1, { do: 'appoint-director', partner: 'gemeente-wmo' })
      .when({ by: 'corporatie', ...offer, to: 'sociaal-team' })
      .thenRejected('no-basis', { partner: 'sociaal-team' });
  });

  it.each(['answerBy', 'expiresOn'])('has no %s that has passed', (field) => {
    spec('offer-handoff')
      .given(E1)
      .when({ by: 'corporatie', ...offer, at: '2026-09-14T10:00', [field]: '2026-09-13' })
      .thenRejected('day-has-passed', { field, day: '2026-09-13', occurredAt: at('2026-09-14T10:00') });
  });

  it.each<[string, Brief, string]>([
    ['declined', declined, '2026-09-14T10:00'],
    ['withdrawn', withdrawn, '2026-09-14T10:00'],
    ['expired', { do: 'add-note', text: 'x', audience: 'all' }, '2026-09-22T00:00'],
  ])('follows the one that was %s', (_how, end, time) => {
    const given = [E1, { ...first, expiresOn: '2026-09-21' } as Brief, end];
    const second = { ...offered, handoff: 'H2', previous: 'H1' };
    const again = { by: 'corporatie', at: time, ...offer };
    spec('offer-handoff')
      .given(...given)
      .when(again)
      .then('HandoffOffered', second);
    spec('offer-handoff')
      .given(...given)
      .when({ ...again, previous: 'H1' })
      .then('HandoffOffered', second);
  });

  it('follows the last refused one, or the one that it names', () => {
    const given: readonly Brief[] = [
      E1,
      first,
      declined,
      { ...first, handoff: 'H2', to: 'zorgaanbieder' },
      { do: 'withdraw-handoff', by: 'corporatie', handoff: 'H2' },
    ];
    const third = { ...offered, handoff: 'H3' };
    spec('offer-handoff')
      .given(...given)
      .when({ by: 'corporatie', ...offer })
      .then('HandoffOffered', { ...third, previous: 'H2' });
    spec('offer-handoff')
      .given(...given)
      .when({ by: 'corporatie', ...offer, previous: 'H1' })
      .then('HandoffOffered', { ...third, previous: 'H1' });
  });

  it('follows none that was accepted, or of another step', () => {
    const E2 = step('E2', 'corporatie');
    spec('offer-handoff')
      .given(E1, E2, first, declined)
      .when({ by: 'corporatie', ...offer, step: 'E2', previous: 'H1' })
      .thenRejected('previous-not-refused', { previous: 'H1' });
    spec('offer-handoff')
      .given(E1, first, accepted)
      .when({ by: 'welzijn', ...offer, to: 'corporatie', previous: 'H1' })
      .thenRejected('previous-not-refused', { previous: 'H1' });
    spec('offer-handoff')
      .given(E1)
      .when({ by: 'corporatie', ...offer, previous: 'H9' })
      .thenRejected('handoff-unknown', { handoff: 'H9' });
  });

  it('has as its parent the handoff by which the sender got the step', () => {
    spec('offer-handoff')
      .given(E1, first, accepted)
      .when({ by: 'welzijn', ...offer, to: 'zorgaanbieder' })
      .then('HandoffOffered', { ...offered, handoff: 'H2', from: 'welzijn', to: 'zorgaanbieder', parent: 'H1' });
    const back: Brief = { do: 'return-step', by: 'welzijn', step: 'E1', reason: 'wrong-desk' };
    spec('offer-handoff')
      .given(E1, first, accepted, back)
      .when({ by: 'corporatie', ...offer, to: 'zorgaanbieder' })
      .then('HandoffOffered', { ...offered, handoff: 'H2', to: 'zorgaanbieder' });
  });

  it('has a reference of its own', () => {
    spec('offer-handoff')
      .given(E1, first, declined)
      .when({ by: 'corporatie', ...offer, handoff: 'H1' })
      .thenRejected('reference-taken', { reference: 'H1' });
  });

  it('is about a step', () => {
    spec('offer-handoff')
      .given()
      .when({ by: 'corporatie', ...offer })
      .thenRejected('step-unknown', { step: 'E1' });
  });
});
