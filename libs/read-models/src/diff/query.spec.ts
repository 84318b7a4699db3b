import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { stepChange } from '#read-models/diff/query';
import type { NextStep } from '#read-models/next-steps/query';

const step = (more: Partial<NextStep> = {}): NextStep => ({
  casus: 'eva',
  step: 'E1',
  title: 'Stap E1',
  category: 'housing',
  owner: 'sociaal-team',
  person: null,
  state: 'open',
  onTheMove: 'sociaal-team',
  act: 'do',
  root: 'E1',
  about: null,
  since: instant('2026-09-14T07:00:00Z'),
  blockedBy: [],
  startsOn: null,
  lastDay: localDate('2026-11-09'),
  warnsOn: null,
  harmSoFar: null,
  ...more,
});

const done = step({ state: 'done', onTheMove: null, act: null, root: null, since: null, lastDay: null });

describe('what became of a step', () => {
  it('is nothing when what is compared stayed', () => {
    expect(stepChange(step(), step({ title: 'Anders', harmSoFar: 2 }))).toBeUndefined();
  });

  it('names what changed, with how it was and is', () => {
    const change = stepChange(step(), step({ owner: 'welzijn', lastDay: localDate('2026-11-16') }));
    expect(change).toMatchObject({ what: 'changed', changed: ['owner', 'lastDay'] });
    expect(change?.before).toMatchObject({ owner: 'sociaal-team', lastDay: '2026-11-09' });
    expect(change?.after).toMatchObject({ owner: 'welzijn', lastDay: '2026-11-16' });
  });

  it('is new, ended, both, or opened again', () => {
    expect(stepChange(undefined, step())).toMatchObject({ what: 'new', before: null });
    expect(stepChange(step(), done)).toMatchObject({ what: 'ended' });
    expect(stepChange(undefined, done)).toMatchObject({ what: 'ended', before: null });
    expect(stepChange(done, step())).toMatchObject({ what: 'changed' });
    expect(stepChange(done, done)).toBeUndefined();
  });
});
