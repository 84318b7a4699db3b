import { jest } from '@jest/globals';
import { freePort } from '#home/free-port';
import { metricsNamed } from '#tests/deploy/metrics-named';
import { freshDatabase } from '#tests/engines/database';
import { ownFolder, serving, start } from '#tests/journeys/processes';
import { served } from '#tests/journeys/services';

jest.setTimeout(120_000);

/** The names under which a text of figures has values; a histogram counts under three. */
const shown = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^([a-z_]+)(?:\{[^}]*\})? [-+\d.e]+$/gim)].map(([, name]) => String(name)));

async function figuresOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/metrics`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  return answer.text();
}

describe('what Prometheus fetches', () => {
  const folder = ownFolder();
  afterAll(() => {
    folder.remove();
  });

  it('has every figure that alerts and dashboard name, and no person or casus', async () => {
    const own = await freshDatabase();
    // Nobody listens there: the figures of a relay are told without Kafka as well.
    const KAFKA_BROKERS = `127.0.0.1:${await freePort()}`;
    const running = start('standalone', ['--home', folder.path, '--port', '0'], {
      DATABASE_URL: own.url,
      KAFKA_BROKERS,
    });
    const url = await serving(running);
    // Figures of appends are shown from the first one on.
    const answered = await fetch(`${url}/v1/casus/kees-marianne/asks/A1/answer`, {
      method: 'POST',
      headers: { 'aanzet-partner': 'corporatie', 'content-type': 'application/json' },
      body: JSON.stringify({ answer: 'Traplift past niet in deze trap.' }),
    });
    expect(answered.status).toBe(200);
    const figures = await figuresOf(url);
    const there = shown(figures);
    expect([...metricsNamed()].filter((name) => !there.has(name))).toEqual([]);
    expect(figures).toMatch(/^aanzet_ready\{probe="watch"\} 1$/m);
    expect(figures).toMatch(/^aanzet_stalls_lasting\{pattern="STANDSTILL"\} [1-9]/m);
    expect(Number(/^aanzet_feed_delay\{relay="relay"\} (\S+)$/m.exec(figures)?.[1])).toBeGreaterThan(0);
    expect(figures).toMatch(/^aanzet_webhooks_parked 0$/m);
    expect(figures).toMatch(/^aanzet_events_parked 0$/m);
    expect(figures).not.toMatch(/eva|kees|marianne/i);
    running.kill('SIGTERM');
    await running.ended;

    const projector = await served('projector', { DATABASE_URL: own.url });
    expect(await figuresOf(projector.url)).toMatch(/^aanzet_ready\{probe="projections"\} 1$/m);
    projector.kill('SIGTERM');
    expect(await projector.ended).toMatchObject({ code: 0, err: '' });
    await own.drop();
  });
});
