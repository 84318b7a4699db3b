import { HealthModule, NotWorking, type Probes } from '#platform/http/health.module';
import { createApi } from '#platform/http/start-api';
import { openLog } from '#platform/logging';

const rejecting = (error: Error) => () => Promise.reject(error);

/** What a service with these probes says of its readiness. */
async function ready(probes: Probes, stopping = new AbortController().signal) {
  const app = await createApi({ modules: [HealthModule.register({ probes, stopping })], log: openLog('silent') });
  const answer = await app.inject({ method: 'GET', url: '/health/ready' });
  const live = await app.inject({ method: 'GET', url: '/health/live' });
  await app.close();
  expect(live.statusCode).toBe(200);
  return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown };
}

const well = () => Promise.resolve(undefined);

describe('readiness', () => {
  it('tells what works, and what the probes tell', async () => {
    const told = await ready({ log: () => Promise.resolve({ head: '5' }), views: well });

    expect(told).toEqual({ status: 200, body: { status: 'up', works: ['log', 'views'], log: { head: '5' } } });
  });

  it('names what does not work and why, without the text of an error, which may quote data', async () => {
    const stopped = new NotWorking([{ view: 'timeline', type: 'StepPlanned' }]);
    const told = await ready({
      log: rejecting(new TypeError('row of Kim Voorbeeld')),
      views: rejecting(stopped),
      well,
    });

    expect(told).toMatchObject({
      status: 503,
      body: {
        code: 'not-ready',
        down: ['log', 'views'],
        reasons: { log: 'TypeError, unknown', views: [{ view: 'timeline', type: 'StepPlanned' }] },
      },
    });
    expect(JSON.stringify(told)).not.toContain('Kim');
  });

  it('is gone as soon as a stop begins', async () => {
    expect(await ready({ well }, AbortSignal.abort())).toMatchObject({ status: 503, body: { down: ['stopping'] } });
  });
});
