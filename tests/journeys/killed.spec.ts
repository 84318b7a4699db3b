import { BEGINNING } from '#event-sourcing/position';
import { start } from '#tests/journeys/processes';
import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

const ROUNDS = 3;
const PLAN = { title: 'Een stap', category: 'general', owner: 'sociaal-team' };

describe('a process that is killed once its append stands', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
  });
  afterAll(() => town.close());

  /** Settles when a step of this name is in the log. */
  async function untilPlanned(step: string): Promise<void> {
    const looking = new AbortController();
    const log = town.store.subscribe({ after: BEGINNING, types: ['StepPlanned'], signal: looking.signal });
    for await (const { events } of log) {
      if (events.some(({ data }) => (data as { step?: string }).step === step)) looking.abort();
    }
  }

  it('left one event, and another instance gives its answer', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const env = { DATABASE_URL: town.url, AANZET_PORT: '0' };
      const doomed = start('casus', [], env);
      const [, url] = await doomed.untilSaid(/"url":"([^"]+)"/);
      const step = `E${round}`;
      const headers = { 'content-type': 'application/json', 'aanzet-partner': 'sociaal-team', 'idempotency-key': step };
      const body = JSON.stringify({ ...PLAN, step });
      const planned = untilPlanned(step);
      const answer = fetch(`${String(url)}/v1/casus/eva/steps`, { method: 'POST', headers, body }).then(
        (given) => given.json(),
        () => 'the connection broke',
      );
      await planned;
      doomed.kill('SIGKILL');
      await doomed.ended;

      const retried = await town.post(
        '/v1/casus/eva/steps',
        { ...PLAN, step },
        { headers: { 'idempotency-key': step } },
      );
      expect(retried).toMatchObject({ status: 201, body: { casus: 'eva', step, events: ['StepPlanned'] } });
      expect(['the connection broke', retried.body]).toContainEqual(await answer);
      const plans = (await town.events()).filter(({ data }) => (data as { step?: string }).step === step);
      expect(plans).toHaveLength(1);
    }
  }, 60_000);
});
