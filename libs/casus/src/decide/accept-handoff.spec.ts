import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
};
const accept = { by: 'welzijn', handoff: 'H1' };
const accepted = { handoff: 'H1', step: 'E1', from: 'corporatie', to: 'welzijn' };

describe('accept-handoff', () => {
  it('makes the receiver the owner, seen or not', () => {
    spec('accept-handoff').given(E1, offered).when(accept).then('HandoffAccepted', accepted);
    spec('accept-handoff')
      .given(E1, offered, { do: 'see-handoff', ...accept })
      .when(accept)
      .then('HandoffAccepted', accepted);
  });

  it('moves ownership at that moment and no other', () => {
    const owners = [
      [E1],
      [E1, offered],
      [E1, offered, { do: 'see-handoff', ...accept }],
      [E1, offered, { do: 'accept-handoff', ...accept }],
    ];
    expect(owners.map((given) => stateOf(casusAfter(...(given as Brief[]))).steps.get('E1')?.owner)).toEqual([
      'corporatie',
      'corporatie',
      'corporatie',
      'welzijn',
    ]);
  });

  it.each(['corporatie', 'sociaal-team'])('may be recorded by %s as told by the receiver', (by) => {
    const toldBy = { name: 'Balie', channel: 'phone' };
    spec('accept-handoff')
      .given(E1, offered)
      .when({ by, handoff: 'H1', toldBy })
      .then('HandoffAccepted', { ...accepted, toldBy });
  });

  it('needs a basis for the receiver at that moment, or an override', () => {
    const lapsed: Brief = { do: 'withdraw-basis', partner: 'welzijn', categories: ['housing', 'care'] };
    spec('accept-handoff').given(E1, offered, lapsed).when(accept).thenRejected('no-basis', { partner: 'welzijn' });
    const override = { reason: 'spoed' };
    spec('accept-handoff')
      .given(E1, offered, lapsed)
      .when({ ...accept, override })
      .then('HandoffAccepted', { ...accepted, override });
  });

  it('does so too where the offer was made with one', () => {
    const override = { reason: 'spoed' };
    const toSchool: Brief = { do: 'offer-handoff', by: 'corporatie', step: 'E1', to: 'school', kind: 'warm', override };
    spec('accept-handoff')
      .given(E1, toSchool)
      .when({ by: 'school', handoff: 'H1' })
      .thenRejected('no-basis', { partner: 'school' });
    spec('accept-handoff').given(E1, toSchool).when({ by: 'school', handoff: 'H1', override }).thenAccepted();
  });

  it('lets requests for the step lapse, and leaves the asks about it to the new owner', () => {
    const casus = stateOf(
      casusAfter(
        E1,
        { do: 'ask', by: 'corporatie', step: 'E1', ask: 'A1', to: 'zorgaanbieder', what: 'kan het?' },
        { do: 'request-takeover', by: 'zorgaanbieder', step: 'E1', takeover: 'T1' },
        offered,
        { do: 'ask', by: 'welzijn', handoff: 'H1', ask: 'A2', what: 'wat is bekend?' },
        { do: 'accept-handoff', ...accept },
      ),
    );
    expect([casus.asks.get('A1')?.life, casus.asks.get('A2')?.life, casus.takeovers.get('T1')?.life]).toEqual([
      'open',
      'closed',
      'lapsed',
    ]);
  });
});
