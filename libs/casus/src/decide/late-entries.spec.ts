import { at, basis, casusAfter, spec, step, stateOf, when, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const E2 = step('E2', 'welzijn');

/** Offered at 09:10 and accepted at 09:30, entered at once. */
const accepted: readonly Brief[] = [
  E1,
  {
    do: 'offer-handoff',
    at: '2026-09-14T09:10',
    by: 'corporatie',
    step: 'E1',
    handoff: 'H1',
    to: 'welzijn',
    kind: 'warm',
  },
  { do: 'accept-handoff', at: '2026-09-14T09:30', by: 'welzijn', handoff: 'H1' },
];

/** What happened at the first time and was typed in at the second. */
const late = (happened: string, recorded = '2026-09-16T12:00') => ({ at: happened, recorded });

describe('a late entry', () => {
  it('is judged by what was the case when it happened', () => {
    const history = casusAfter(...accepted);
    when(history, {
      do: 'note-progress',
      by: 'corporatie',
      ...late('2026-09-14T09:20'),
      step: 'E1',
      text: 'gebeld',
    }).thenAccepted();
    when(history, {
      do: 'claim-step',
      by: 'corporatie',
      ...late('2026-09-14T09:20'),
      step: 'E1',
      person: 'verhuurder',
    }).thenAccepted();
    when(history, {
      do: 'claim-step',
      by: 'welzijn',
      ...late('2026-09-14T09:20'),
      step: 'E1',
      person: 'coach',
    }).thenRejected('not-the-owner', { owner: 'corporatie' });
  });

  it.each<Brief>([
    { do: 'see-handoff', by: 'welzijn', handoff: 'H1', ...late('2026-09-14T09:20') },
    { do: 'replan-step', by: 'corporatie', step: 'E1', target: '2026-10-01', ...late('2026-09-14T09:20') },
    { do: 'withdraw-handoff', by: 'corporatie', handoff: 'H1', ...late('2026-09-14T09:29') },
  ])('$do does not go before a later fact about the same thing', (brief) => {
    when(casusAfter(...accepted), brief).thenRejected('occurred-before-known', {
      occurredAt: at(brief.at ?? ''),
      known: at('2026-09-14T09:30'),
    });
  });

  it('may happen at the same instant as the latest', () => {
    when(casusAfter(...accepted), {
      do: 'start-step',
      by: 'welzijn',
      step: 'E1',
      ...late('2026-09-14T09:30'),
    }).thenAccepted();
  });

  it.each<Brief>([
    { do: 'start-step', by: 'corporatie', step: 'E1', ...late('2026-09-14T08:00') },
    { do: 'see-handoff', by: 'welzijn', handoff: 'H1', ...late('2026-09-14T09:05') },
  ])('$do does not go before the beginning of what it is about', (brief) => {
    const known = brief.do === 'start-step' ? '2026-09-14T09:00' : '2026-09-14T09:10';
    when(casusAfter(...accepted), brief).thenRejected('occurred-before-known', {
      occurredAt: at(brief.at ?? ''),
      known: at(known),
    });
  });

  it('needs the basis that held when it happened, its last day included', () => {
    const opened = casusAfter(
      basis('school', { categories: ['income'], validUntil: '2026-09-14' }),
      step('E1', 'corporatie', { at: '2026-09-10T09:00' }),
    );
    const offer = { do: 'offer-handoff', by: 'corporatie', step: 'E1', to: 'school', kind: 'warm' } as const;
    when(opened, { ...offer, ...late('2026-09-14T23:59') }).thenAccepted();
    when(opened, { ...offer, ...late('2026-09-15T00:00') }).thenRejected('no-basis', { partner: 'school' });
  });

  it('comes too late for an offer that has expired by the time of recording', () => {
    const [planned, offered] = accepted;
    if (!planned || !offered) throw new Error('nothing given');
    const history = casusAfter(planned, { ...offered, expiresOn: '2026-09-15' } as Brief);
    const accept = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1', at: '2026-09-15T10:00' } as const;
    when(history, { ...accept, recorded: '2026-09-15T23:59' }).thenAccepted();
    when(history, { ...accept, recorded: '2026-09-16T00:00' }).thenRejected('handoff-expired');
  });

  it('takes its place among the facts', () => {
    const history = casusAfter(
      E1,
      { do: 'add-note', text: 'later', audience: 'all', at: '2026-09-16T09:00' },
      { ...E2, ...late('2026-09-15T09:00') },
    );
    expect(history.facts.slice(-3).map(({ type }) => type)).toEqual(['StepPlanned', 'StepPlanned', 'NoteAdded']);
    expect(stateOf(history).steps.get('E2')?.plannedAt).toBe(at('2026-09-15T09:00'));
  });
});

describe('a late change of what must be done first', () => {
  it('does not go before another such change: the two might wait for each other', () => {
    spec('replan-step')
      .given(E1, E2, { do: 'replan-step', at: '2026-09-14T11:00', by: 'welzijn', step: 'E2', after: [{ step: 'E1' }] })
      .when({ ...late('2026-09-14T10:00'), by: 'corporatie', step: 'E1', after: [{ step: 'E2' }] })
      .thenRejected('occurred-before-known', { occurredAt: at('2026-09-14T10:00'), known: at('2026-09-14T11:00') });
  });

  it('may go before a change of something else', () => {
    spec('replan-step')
      .given(E1, E2, { do: 'replan-step', at: '2026-09-14T11:00', by: 'welzijn', step: 'E2', target: '2026-10-01' })
      .when({ ...late('2026-09-14T10:00'), by: 'corporatie', step: 'E1', after: [{ step: 'E2' }] })
      .thenAccepted();
  });
});

describe('what only tells of a step', () => {
  const decision = {
    do: 'record-decision',
    product: 'urgentie',
    decidedBy: 'gemeente-wonen',
    outcome: 'granted',
    ground: 'medisch',
    step: 'E1',
  } as const;

  it.each<Brief>([
    { ...decision, ...late('2026-09-11T09:00') },
    { ...decision, by: 'gemeente-wonen', ...late('2026-08-31T09:00:30') },
    { do: 'record-meeting', ...late('2026-09-11T09:00'), present: ['corporatie'], agreed: 'Stap E1', steps: ['E1'] },
    { do: 'add-note', ...late('2026-09-11T09:00'), text: 'over E1', audience: 'all', step: 'E1' },
  ])('$do may have happened before the step was planned ($at)', (brief) => {
    when(casusAfter(E1), brief).thenAccepted();
  });
});

describe('what had not begun when it happened', () => {
  /** How often facts are looked at to refuse an entry that lies before that many notes and, after them, its step. */
  function looks(notes: number): number {
    const note: Brief = { do: 'add-note', text: 'x', audience: 'all' };
    const history = casusAfter(...Array.from({ length: notes }, () => note), E1);
    let looked = 0;
    const facts = history.facts.map(
      (fact) =>
        new Proxy(fact, {
          get: (of, key): unknown => {
            if (key === 'type') looked += 1;
            return Reflect.get(of, key);
          },
        }),
    );
    const brief: Brief = { do: 'note-progress', by: 'corporatie', step: 'E1', text: 'x', ...late('2026-08-31T09:00') };
    when({ ...history, facts }, brief).thenRejected('occurred-before-known', {
      occurredAt: at('2026-08-31T09:00'),
      known: at('2026-09-14T09:00'),
    });
    return looked;
  }

  it('is found in one pass over the facts', () => {
    expect(looks(80)).toBeLessThan(2.5 * looks(40));
  });
});

describe('a casus that was closed for a while', () => {
  const reopened: readonly Brief[] = [
    { do: 'close-casus', at: '2026-09-14T09:00', outcome: 'goal-reached', reason: 'klaar' },
    { do: 'reopen-casus', at: '2026-09-16T09:00', reason: 'toch niet' },
  ];
  const closed = { state: 'closed', allowed: ['reopen-casus', 'add-note'] };

  it('takes nothing as having happened in that while, but for notes and decisions', () => {
    const history = casusAfter(...reopened);
    const then = late('2026-09-15T09:00');
    when(history, { ...E1, ...then }).thenRejected('casus-closed', closed);
    when(history, { do: 'add-note', ...then, text: 'gebeld', audience: 'all' }).thenAccepted();
    when(history, {
      do: 'record-decision',
      ...then,
      product: 'urgentie',
      decidedBy: 'gemeente-wonen',
      outcome: 'granted',
      ground: 'medisch',
    }).thenAccepted();
  });

  it('takes no work that was there before it, for it closed with none left; after it, it does', () => {
    const history = casusAfter(...reopened);
    when(history, { ...E1, ...late('2026-09-11T09:00') }).thenRejected('occurred-before-known', {
      occurredAt: at('2026-09-11T09:00'),
      known: at('2026-09-14T09:00'),
    });
    when(history, { ...E1, ...late('2026-09-16T09:00') }).thenAccepted();
  });
});
