import { jest } from '@jest/globals';
import { playBoth, readSession } from '#tests/integration/read-session';
import { otlpReceiver } from '#tests/journeys/otlp-receiver';
import { ask, served } from '#tests/journeys/services';

jest.setTimeout(120_000);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const MARKER = 'Kim Voorbeeld belde';
const FIGURES = ['aanzet.views.behind', 'aanzet.stalls.lasting', 'aanzet.append.events', 'aanzet.watch.delay'];
const PROGRAMS = ['casus', 'insight', 'projector', 'watch'] as const;

describe('telemetry', () => {
  it('follows a command from HTTP through the log to the projections of another process, without personal data', async () => {
    const session = await readSession();
    const receiver = await otlpReceiver();
    const env = {
      DATABASE_URL: session.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_METRIC_EXPORT_INTERVAL: '500',
    };
    await playBoth(session.store);
    const all = await Promise.all(PROGRAMS.map((program) => served(program, env)));
    const [casus, insight] = all;
    const answer = await fetch(`${casus?.url ?? ''}/v1/casus/eva/notes`, {
      method: 'POST',
      headers: {
        'aanzet-partner': 'sociaal-team',
        'aanzet-person': MARKER,
        'content-type': 'application/json',
        traceparent: `00-${TRACE}-${CALLER}-01`,
      },
      body: JSON.stringify({ text: MARKER, audience: 'all' }),
    });
    expect(answer.status).toBe(200);
    const token = answer.headers.get('consistency-token') ?? '';
    expect((await ask(`${insight?.url ?? ''}/v1/next-steps?casus=eva&atLeast=${token}`)).status).toBe(200);
    await receiver.heard(FIGURES);
    // What is left is sent at the stop.
    for (const one of all) one.kill('SIGTERM');
    for (const { ended } of all) expect(await ended).toMatchObject({ code: 0, err: '' });

    const spans = receiver.spans().filter(({ traceId }) => traceId === TRACE);
    const named = (name: string) => spans.find((span) => span.name === name);
    const request = named('POST /v1/casus/:casus/notes');
    expect(request).toMatchObject({ service: 'aanzet-casus', parentSpanId: CALLER });
    const append = named('append');
    expect(append).toMatchObject({ service: 'aanzet-casus', parentSpanId: request?.spanId });
    expect(named('project timeline')).toMatchObject({ service: 'aanzet-projector', parentSpanId: append?.spanId });
    expect(receiver.text()).not.toMatch(/Kim|Voorbeeld|\beva\b/i);
    await receiver.close();
    await session.close();
  });
});
