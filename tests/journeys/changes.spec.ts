import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

const PLAN = { title: 'Een stap', category: 'general', owner: 'sociaal-team' };

interface Told {
  readonly id: string;
  readonly data: Record<string, unknown>;
}

/** Reads a feed until so many changes have come, and hangs up. */
async function listen(url: string, count: number, headers: Record<string, string> = {}): Promise<readonly Told[]> {
  const hangUp = new AbortController();
  const answer = await fetch(url, { headers, signal: hangUp.signal });
  expect(answer.headers.get('content-type')).toMatch('text/event-stream');
  const told: Told[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  if (!answer.body) throw new Error('the feed has no body');
  for await (const chunk of answer.body) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const frames = rest.split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const id = /^id: (.*)$/m.exec(frame)?.[1];
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (id !== undefined && data !== undefined) told.push({ id, data: JSON.parse(data) as Told['data'] });
    }
    if (told.length >= count) break;
  }
  hangUp.abort();
  return told;
}

describe('the feed of changes', () => {
  let town: Town;
  let feed: string;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
    await town.app.listen(0, '127.0.0.1');
    feed = `${await town.app.getUrl()}/v1/changes`;
  });
  afterAll(() => town.close());

  it('tells what happened, live, and goes on after the last that was heard', async () => {
    const opened = await town.post('/v1/casus/eva/notes', { text: 'x', audience: 'all' });
    const after = String(opened.headers['consistency-token']);
    const hearing = listen(`${feed}?after=${after}`, 2);
    await town.post('/v1/casus/eva/steps', { ...PLAN, step: 'E1' });
    await town.post('/v1/casus/eva/steps', { ...PLAN, step: 'E2' });
    const heard = await hearing;
    expect(heard.map(({ data }) => [data['type'], data['casus'], data['step']])).toEqual([
      ['StepPlanned', 'eva', 'E1'],
      ['StepPlanned', 'eva', 'E2'],
    ]);
    const [first] = heard;
    const resumed = await listen(feed, 1, { 'last-event-id': String(first?.id) });
    expect(resumed[0]?.data).toMatchObject({ step: 'E2' });
  });

  it('tells of one casus when asked, and nothing personal', async () => {
    await openCasus(town, 'kees');
    const heard = await listen(`${feed}?after=00000000000000000000&casus=kees`, 4);
    expect(new Set(heard.map(({ data }) => data['casus']))).toEqual(new Set(['kees']));
    expect(JSON.stringify(heard)).not.toMatch(/Voorbeeld|Eva/);
  });

  it('tells only what every view shows already', async () => {
    const planned = await town.post('/v1/casus/eva/steps', { ...PLAN, step: 'E9' });
    const token = String(planned.headers['consistency-token']);
    await listen(`${feed}?after=${(BigInt(token) - 1n).toString().padStart(20, '0')}`, 1);
    expect((await town.get('/v1/casus/eva/steps/E9')).status).toBe(200);
  });
});
