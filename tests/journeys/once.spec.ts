import type { EventStore } from '#event-sourcing/event-store';
import { openApi, openCasus, openTown, settle, type Town } from '#tests/journeys/town';

const STEPS = '/v1/casus/eva/steps';
const PLAN = { title: 'Een stap', category: 'general', owner: 'sociaal-team' };
const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });

/** A log whose process dies once the append stands: the answer never comes. */
function dying(store: EventStore, appended: () => void): EventStore {
  return {
    ...store,
    async append(requests) {
      await store.append(requests);
      appended();
      return new Promise(() => undefined);
    },
  };
}

describe('the same Idempotency-Key', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
  });
  afterAll(() => town.close());

  const planned = async () => (await town.events()).filter((event) => event.type === 'StepPlanned').length;

  it('is one event and the same answer', async () => {
    const first = await town.post(STEPS, PLAN, keyed('a'));
    const before = await planned();
    const again = await town.post(STEPS, PLAN, keyed('a'));
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(first.status);
    for (const header of ['etag', 'consistency-token', 'location'])
      expect(again.headers[header]).toBe(first.headers[header]);
    expect(await planned()).toBe(before);
  });

  it('is one event when both come at once, to two instances', async () => {
    const other = await openApi(town.url, town.clock);
    const before = await planned();
    const answers = await Promise.all([town.post(STEPS, PLAN, keyed('b')), other.post(STEPS, PLAN, keyed('b'))]);
    expect(answers[0].body).toEqual(answers[1].body);
    expect(await planned()).toBe(before + 1);
    await other.close();
  });

  it('is one event when the process died between append and answer, and another instance gets the retry', async () => {
    const before = await planned();
    const appended = Promise.withResolvers<undefined>();
    const doomed = await openApi(town.url, town.clock, (store) =>
      dying(store, () => {
        appended.resolve(undefined);
      }),
    );
    void doomed.post(STEPS, PLAN, keyed('c')).catch(() => undefined);
    await appended.promise;
    expect(await planned()).toBe(before + 1);
    const retried = await town.post(STEPS, PLAN, keyed('c'));
    expect(retried.status).toBe(201);
    expect(await planned()).toBe(before + 1);
    expect(retried.body).toEqual((await town.post(STEPS, PLAN, keyed('c'))).body);
    await doomed.close();
  });

  it('is a key of its partner: another may use the same', async () => {
    const note = { text: 'gebeld', audience: 'all' };
    const one = await town.post('/v1/casus/eva/notes', note, keyed('d'));
    const other = await town.post('/v1/casus/eva/notes', note, { ...keyed('d'), by: 'corporatie' });
    expect(other.status).toBe(200);
    expect(other.body['revision']).not.toBe(one.body['revision']);
  });
});
