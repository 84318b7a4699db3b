import { casusAfter, historyOf, opening, step, when, type Brief } from '#casus/specification';
import { REJECTIONS, kindOf, sentenceOf, type RejectionCode } from '#casus/rejection';

const E1 = step('E1', 'corporatie');
const cancelled: Brief = { do: 'cancel-step', step: 'E1', reason: 'x' };
const closed: Brief = { do: 'close-casus', outcome: 'other', reason: 'x' };
const future = { at: '2026-10-01T09:00', recorded: '2026-09-20T09:00' };

describe('a command with more than one thing wrong is refused', () => {
  it.each<[string, Brief, RejectionCode]>([
    [
      'what is unknown',
      { do: 'cancel-step', by: 'school', step: 'E9', reason: '111222333', ...future },
      'step-unknown',
    ],
    ['bad input', { do: 'cancel-step', by: 'school', step: 'E1', reason: '111222333' }, 'bsn-not-accepted'],
    ['bad times', { do: 'cancel-step', by: 'school', step: 'E1', reason: 'x', ...future }, 'occurred-in-the-future'],
    ['who may not', { do: 'cancel-step', by: 'school', step: 'E1', reason: 'x' }, 'not-the-owner-or-director'],
    ['the casus being closed', { do: 'cancel-step', step: 'E1', reason: 'x' }, 'casus-closed'],
  ])('for %s', (_why, brief, code) => {
    when(casusAfter(E1, cancelled, closed), brief).thenRejected(code);
  });

  it('for a casus that is not there before anything else', () => {
    when(historyOf(), { do: 'cancel-step', by: 'school', step: 'E9', reason: '111222333' }).thenRejected(
      'casus-unknown',
      {},
    );
  });

  it('for bad input in an opening before the casus that is there', () => {
    when(casusAfter(), { ...opening, at: '2026-09-14T09:00', title: '111222333' }).thenRejected('bsn-not-accepted');
  });
});

describe('an event', () => {
  it('concerns the residents who have not left, and is answered for by who acts', () => {
    const history = casusAfter(E1, { do: 'end-resident', ref: 'ineke', reason: 'verhuisd' });
    when(history, { do: 'start-step', by: 'corporatie', step: 'E1' }).then(
      'StepStarted',
      { step: 'E1' },
      { subjects: ['person-eva'], responsible: 'corporatie' },
    );
  });
});

describe('commands at one instant', () => {
  it('follow one another in the order of recording', () => {
    const now = { at: '2026-09-14T10:00' };
    const handedOver: readonly Brief[] = [
      E1,
      { do: 'offer-handoff', by: 'corporatie', step: 'E1', to: 'welzijn', kind: 'warm', ...now },
      { do: 'see-handoff', by: 'welzijn', handoff: 'H1', ...now },
      { do: 'accept-handoff', by: 'welzijn', handoff: 'H1', ...now },
      { do: 'start-step', by: 'welzijn', step: 'E1', ...now },
      { do: 'complete-step', by: 'welzijn', step: 'E1', ...now },
    ];
    const types = casusAfter(...handedOver)
      .facts.slice(-5)
      .map(({ type }) => type);
    expect(types).toEqual(['HandoffOffered', 'HandoffSeen', 'HandoffAccepted', 'StepStarted', 'StepCompleted']);
  });
});

describe('a rejection', () => {
  it.each(Object.keys(REJECTIONS) as RejectionCode[])('%s is of a kind and says a sentence', (code) => {
    expect(['unknown', 'input', 'forbidden', 'conflict']).toContain(kindOf(code));
    expect(sentenceOf(code)).toMatch(/^[A-Z`].*\.$/);
  });
});
