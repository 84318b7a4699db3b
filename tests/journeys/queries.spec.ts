import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

const STEPS = '/v1/casus/eva/steps';
const plan = (step: string, more: object = {}) => ({
  step,
  title: `Stap ${step}`,
  category: 'general',
  owner: 'sociaal-team',
  ...more,
});

describe('queries over HTTP', () => {
  let town: Town;
  let token: string;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
    town.clock.pass(10);
    await town.post(STEPS, plan('E1'));
    await town.post(STEPS, plan('E2', { after: ['E1'] }));
    await town.post(STEPS, plan('E3'));
    town.clock.pass(10);
    await town.post(`${STEPS}/E3/handoffs`, { handoff: 'O1', to: 'corporatie', kind: 'warm' });
    town.clock.pass(10);
    await openCasus(town, 'kees');
    const last = await town.post('/v1/casus/kees/steps', plan('K1'));
    token = String(last.headers['consistency-token']);
  });
  afterAll(() => town.close());

  const get = (path: string) => town.get(`${path}${path.includes('?') ? '&' : '?'}atLeast=${token}`);
  const listed = async (path: string, key: string) => {
    const { body } = await get(path);
    return (body['items'] as Record<string, unknown>[]).map((item) => item[key]);
  };

  it('shows the board: owner, who is on the move, for what, since when', async () => {
    const { status, body } = await get('/v1/next-steps?casus=eva');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      next: null,
      items: [
        { casus: 'eva', step: 'E1', owner: 'sociaal-team', state: 'open', onTheMove: 'sociaal-team', act: 'do' },
        { step: 'E2', state: 'blocked', blockedBy: ['E1'], onTheMove: 'sociaal-team', act: 'do' },
        { step: 'E3', onTheMove: 'corporatie', act: 'answer-offer', since: '2026-11-20T11:20:00.000Z' },
      ],
    });
  });

  it('filters, sorts and gives the board in parts', async () => {
    expect(await listed('/v1/next-steps?onTheMove=corporatie', 'step')).toEqual(['E3']);
    expect(await listed('/v1/next-steps?state=blocked,waiting', 'step')).toEqual(['E2']);
    expect(await listed('/v1/next-steps?partner=corporatie&sort=since', 'step')).toEqual(['E3']);
    const first = await get('/v1/next-steps?limit=3');
    const cursor = String(first.body['next']);
    expect((await get(`/v1/next-steps?limit=3&cursor=${cursor}`)).body).toMatchObject({
      items: [{ step: 'K1' }],
      next: null,
    });
  });

  it('tells of any past moment, as far as it was known then', async () => {
    expect(await listed('/v1/next-steps?casus=eva&onTheMove=corporatie&asOf=2026-11-20T11:15:00Z', 'step')).toEqual([]);
    expect(await listed('/v1/casus?asOf=2026-11-20T11:25:00%2B00:00', 'casus')).toEqual(['eva']);
  });

  it('gives one casus, its timeline, a step, a handoff, a partner and its workload', async () => {
    expect((await get('/v1/casus/eva')).body).toMatchObject({ casus: 'eva', steps: { open: 2, blocked: 1 } });
    expect(await listed('/v1/casus/eva/timeline?sort=latest&limit=2', 'type')).toEqual([
      'HandoffOffered',
      'StepPlanned',
    ]);
    expect((await get('/v1/casus/eva/steps/E2')).body).toMatchObject({ step: 'E2' });
    expect((await get('/v1/casus/eva/handoffs/O1')).body).toMatchObject({ handoff: 'O1', state: 'offered' });
    expect(await listed('/v1/handoffs?to=corporatie', 'handoff')).toEqual(['O1']);
    expect((await get('/v1/partners/corporatie')).body).toMatchObject({ kind: 'housing-corporation' });
    expect((await get('/v1/partners/corporatie/workload')).body).toMatchObject({ offersToAnswer: 1, owned: 0 });
    expect(await listed('/v1/partners?kind=welfare', 'id')).toEqual(['welzijn']);
  });

  it.each([
    ['/v1/casus/piet', 404, { code: 'casus-unknown', casus: 'piet' }],
    ['/v1/casus/piet/timeline', 404, { code: 'casus-unknown' }],
    ['/v1/next-steps?casus=piet', 404, { code: 'casus-unknown' }],
    ['/v1/next-steps?owner=piet', 404, { code: 'partner-unknown', partner: 'piet' }],
    ['/v1/casus/eva/steps/E9', 404, { code: 'step-unknown', step: 'E9' }],
    ['/v1/casus/eva/handoffs/O9', 404, { code: 'handoff-unknown' }],
    ['/v1/partners/piet/workload', 404, { code: 'partner-unknown' }],
    ['/v1/next-steps?colour=red', 400, { code: 'fields-invalid', errors: [{ field: 'colour' }] }],
    ['/v1/next-steps?limit=0', 400, { errors: [{ field: 'limit' }] }],
    ['/v1/next-steps?state=late', 400, { errors: [{ field: 'state' }] }],
    ['/v1/next-steps?cursor=abc', 400, { errors: [{ field: 'cursor' }] }],
    ['/v1/next-steps?asOf=2026-11-20', 400, { errors: [{ field: 'asOf' }] }],
  ])('refuses %s', async (path, status, told) => {
    expect(await get(path)).toMatchObject({ status, body: { status, ...told } });
  });

  it('answers whether it lives and is ready', async () => {
    expect((await town.get('/health/live')).status).toBe(200);
    expect((await town.get('/health/ready')).body).toEqual({
      status: 'up',
      works: ['log'],
      log: { head: expect.stringMatching(/^\d{20}$/) as string },
    });
  });
});
