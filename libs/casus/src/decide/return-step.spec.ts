import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const offered = (by: string, to: string, handoff: string): Brief => ({
  do: 'offer-handoff',
  by,
  step: 'E1',
  handoff,
  to,
  kind: 'warm',
});
const accepted = (by: string, handoff: string): Brief => ({ do: 'accept-handoff', by, handoff });
const handedOver = [E1, offered('corporatie', 'welzijn', 'H1'), accepted('welzijn', 'H1')];
const back = { step: 'E1', reason: 'at-capacity' } as const;
const agreed = { how: 'phone' } as const;

describe('return-step', () => {
  it('gives a step back to the sender of the handoff by which the owner got it', () => {
    spec('return-step')
      .given(...handedOver)
      .when({ by: 'welzijn', ...back, note: 'vol' })
      .then('StepReturned', { ...back, from: 'welzijn', to: 'corporatie', note: 'vol' });
  });

  it.each<[string, readonly Brief[], string]>([
    ['planned for it', [E1], 'corporatie'],
    [
      'reassigned to it',
      [...handedOver, { do: 'reassign-step', step: 'E1', to: 'zorgaanbieder', reason: 'x', agreed }],
      'zorgaanbieder',
    ],
    [
      'taken over by it',
      [
        ...handedOver,
        { do: 'request-takeover', by: 'zorgaanbieder', step: 'E1', takeover: 'T1' },
        { do: 'grant-takeover', by: 'welzijn', takeover: 'T1' },
      ],
      'zorgaanbieder',
    ],
    ['returned to it', [...handedOver, { do: 'return-step', by: 'welzijn', ...back }], 'corporatie'],
  ])('gives a step %s to the director', (_how, given, by) => {
    spec('return-step')
      .given(...given)
      .when({ by, ...back })
      .then('StepReturned', { ...back, from: by, to: 'sociaal-team' });
  });

  it('gives it to the director of that moment', () => {
    spec('return-step')
      .given(E1, { do: 'appoint-director', partner: 'gemeente-wmo' })
      .when({ by: 'corporatie', ...back })
      .then('StepReturned', { ...back, from: 'corporatie', to: 'gemeente-wmo' });
  });

  it('has nowhere to go from the director', () => {
    spec('return-step')
      .given(step('E1', 'sociaal-team'))
      .when(back)
      .thenRejected('nowhere-to-return', { owner: 'sociaal-team' });
  });

  it('needs no basis for whom it comes back to', () => {
    const withdrawn: Brief = { do: 'withdraw-basis', partner: 'corporatie', categories: ['housing', 'care'] };
    spec('return-step')
      .given(...handedOver, withdrawn)
      .when({ by: 'welzijn', ...back })
      .thenAccepted();
  });

  it('needs a note with the reason other', () => {
    const other = { by: 'welzijn', step: 'E1', reason: 'other' } as const;
    spec('return-step')
      .given(...handedOver)
      .when(other)
      .thenRejected('note-required', {});
    spec('return-step')
      .given(...handedOver)
      .when({ ...other, note: 'anders' })
      .thenAccepted();
  });

  it('changes the owner and leaves the old one nothing', () => {
    const casus = stateOf(casusAfter(...handedOver, { do: 'return-step', by: 'welzijn', ...back }));
    expect(casus.steps.get('E1')).toMatchObject({
      owner: 'corporatie',
      acquired: { by: 'return' },
      ownership: 2,
      rerouting: true,
    });
  });

  it('is about a step', () => {
    spec('return-step')
      .given()
      .when({ by: 'welzijn', ...back })
      .thenRejected('step-unknown', { step: 'E1' });
  });
});
