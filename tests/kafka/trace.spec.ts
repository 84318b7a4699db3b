import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { playBoth } from '#tests/integration/read-session';
import { otlpReceiver } from '#tests/journeys/otlp-receiver';
import { served } from '#tests/journeys/services';
import { brokersOfRun } from '#tests/kafka/receiving';
import { relaySession } from '#tests/kafka/relay-session';
import { traceTree } from '#tests/kafka/trace-tree';

jest.setTimeout(120_000);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const MARKER = 'Kim Voorbeeld belde';
const PROGRAMS = ['casus', 'relay', 'allocation'] as const;
/** Nothing that the corporation would send or ask is part of it. */
const NOWHERE = 'http://127.0.0.1:9';

/** The tree as it stands in the documentation. */
function told(): string {
  const page = readFileSync(new URL('../../docs/explanation/a-trace.md', import.meta.url), 'utf8');
  const [, tree = ''] = /^```text\n(.*?)\n```$/ms.exec(page) ?? [];
  return tree;
}

describe('one trace', () => {
  it('goes from HTTP through the log, the relay and Kafka to the handler of the allocation service', async () => {
    const session = await relaySession(brokersOfRun());
    const receiver = await otlpReceiver();
    await playBoth(session.store);
    const others = { AANZET_CASUS_URL: NOWHERE, AANZET_INSIGHT_URL: NOWHERE, AANZET_FEED_URL: NOWHERE };
    const telling = { AANZET_LOG_LEVEL: 'info', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    const env = { ...session.environment, ...others, ...telling };
    const all = await Promise.all(PROGRAMS.map((program) => served(program, env)));
    const [casus, , allocation] = all.map(({ url }) => url);
    const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const given = { 'aanzet-partner': 'sociaal-team', 'aanzet-person': MARKER, 'content-type': 'application/json' };
      const sent = { method: 'POST', headers: { ...given, ...headers }, body: JSON.stringify(body) };
      expect((await fetch(`${casus ?? ''}/v1/casus/eva/${path}`, sent)).status).toBe(201);
    };

    await post('steps', { step: 'E20', title: MARKER, category: 'housing', owner: 'sociaal-team' });
    const traceparent = `00-${TRACE}-${CALLER}-01`;
    await post('steps/E20/handoffs', { handoff: 'O20', to: 'corporatie', kind: 'warm' }, { traceparent });
    const offered = async () =>
      (await fetch(`${allocation ?? ''}/v1/work-list`, { headers: { 'aanzet-partner': 'corporatie' } })).text();
    while (!(await offered()).includes('"O20"'));
    // What is left is sent at the stop.
    for (const one of all) one.kill('SIGTERM');
    for (const { ended } of all) expect(await ended).toMatchObject({ code: 0 });

    expect(traceTree(receiver.spans(), TRACE)).toBe(told());
    expect(receiver.text()).not.toMatch(/Kim|Voorbeeld|\beva\b/i);
    await receiver.close();
    const client = new Client({ connectionString: session.url });
    await client.connect();
    await client.query(`drop database if exists ${new URL(session.url).pathname.slice(1)}_allocation with (force)`);
    await client.end();
    await session.close();
  });
});
