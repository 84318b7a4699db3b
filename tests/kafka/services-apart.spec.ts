import { join } from 'node:path';
import { jest } from '@jest/globals';
import { startBroker } from '#tests/engines/kafka/broker';
import { ownFolder, start } from '#tests/journeys/processes';

jest.setTimeout(180_000);

type Json = Record<string, unknown>;

const NEED = {
  rooms: 2,
  stepFree: true,
  lift: false,
  neighbourhoods: ['Zuid'],
  incomeClass: 'low',
  from: '2026-12-01',
};
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };

async function send(url: string, by: string, body?: object): Promise<Json> {
  const headers = { 'aanzet-partner': by, 'content-type': 'application/json' };
  const answer = await fetch(url, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  const read = (await answer.json()) as Json;
  if (!answer.ok) throw new Error(`${url} answered ${answer.status} ${JSON.stringify(read)}`);
  return read;
}

const items = (body: Json, name: string) => body[name] as readonly Json[];

async function until(url: string, by: string, fits: (body: Json) => boolean): Promise<void> {
  while (!fits(await send(url, by)));
}

describe('npm run services, with Kafka', () => {
  it('brings a step of the director to the corporation, and what it does about it to the board of the director', async () => {
    const folder = ownFolder();
    const broker = await startBroker();
    const args = ['--home', join(folder.path, 'home'), '--port', '0'];
    const running = start('standalone apart', args, { KAFKA_BROKERS: broker.brokers });
    await running.untilSaid(/^Stop: Ctrl-C$/m);
    const of = async (name: string) => (await running.untilSaid(new RegExp(`^${name} 1 +(http\\S+) `, 'm')))[1] ?? '';
    const [casus, insight, allocation, relay] = await Promise.all(['casus', 'insight', 'allocation', 'relay'].map(of));

    await send(`${casus}/v1/casus/eva/housing-need`, 'sociaal-team', NEED);
    const isReady = (body: Json) => items(body, 'readyCandidates').some(({ step }) => step === 'E9');
    await until(`${allocation}/v1/work-list`, 'corporatie', isReady);
    await send(`${allocation}/v1/homes`, 'corporatie', { home: 'linde-4', features: FEATURES, freeFrom: '2026-12-15' });
    const candidate = { casus: 'eva', step: 'E9' };
    await send(`${allocation}/v1/homes/linde-4/reserve`, 'corporatie', { candidate });
    await send(`${allocation}/v1/homes/linde-4/offer`, 'corporatie', { expiresOn: '2026-11-25' });
    const isOffered = (body: Json) =>
      items(body, 'items').some(({ step, onTheMove }) => step === 'E9' && onTheMove === 'resident');
    await until(`${insight}/v1/next-steps?casus=eva`, 'sociaal-team', isOffered);

    expect(await send(`${relay}/health/ready`, 'sociaal-team')).toMatchObject({ relay: { state: 'sending' } });
    expect(await send(`${allocation}/health/ready`, 'corporatie')).toMatchObject({
      'home-relay': { state: 'sending' },
    });
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
    await broker.remove();
    folder.remove();
  });
});
