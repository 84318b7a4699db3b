import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

describe('the working minutes of a line', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
  });
  afterAll(() => town.close());

  it('use the opening hours of the partner on the move, as they were when its turn began', async () => {
    // It is Friday 12:00 in Amsterdam.
    const hours = (from: string, to: string) => ({ hours: { friday: { from, to } } });
    const own = { by: 'corporatie' };
    const opened = await town.post('/v1/partners/corporatie/opening-hours', hours('12:00', '13:30'), own);
    expect(opened.status).toBeLessThan(300);
    const step = { step: 'E1', title: 'Woning zoeken', category: 'housing', owner: 'sociaal-team' };
    await town.post('/v1/casus/eva/steps', step);
    town.clock.pass(30);
    await town.post('/v1/casus/eva/steps/E1/handoffs', { handoff: 'O1', to: 'corporatie', kind: 'warm' });
    town.clock.pass(180);
    const last = await town.post('/v1/partners/corporatie/opening-hours', hours('08:00', '20:00'), own);

    const { body } = await town.get(`/v1/casus/eva/ledger?atLeast=${String(last.headers['consistency-token'])}`);
    expect(body['steps']).toEqual([
      {
        step: 'E1',
        lines: [
          { line: 'sociaal-team', minutes: 30, workingMinutes: 30 },
          { line: 'corporatie', minutes: 180, workingMinutes: 60 },
        ],
      },
    ]);
    expect(body['handoffs']).toMatchObject([
      { handoff: 'O1', unread: { minutes: 180, workingMinutes: 60 }, undecided: { minutes: 0 } },
    ]);
  });
});
