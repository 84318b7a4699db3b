import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFeedOverHttp } from '#messaging/transport/read-feed-over-http';

const NEXT = '00000000000000000042-000';

describe('a feed that is read over HTTP', () => {
  let server: Server;
  let ends: string | undefined;
  beforeEach(async () => {
    server = createServer((_, answer) => {
      answer.setHeader('Aanzet-Next', NEXT);
      if (ends !== undefined) answer.setHeader('Aanzet-End', ends);
      answer.end('[{"id":"event-1"}]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const readBehind = (after?: string) => {
    const { port } = server.address() as AddressInfo;
    return readFeedOverHttp(Promise.resolve(`http://127.0.0.1:${port}`), 'corporatie')(after, AbortSignal.any([]));
  };

  it.each([
    ['true', undefined, true],
    ['false', NEXT, false],
    // A service of before the header: there is nothing behind a place that stays.
    [undefined, undefined, false],
    [undefined, NEXT, true],
  ])('that says %j of its end, asked for what lies behind %j, is at it: %j', async (says, after, end) => {
    ends = says;
    const page = await readBehind(after);
    expect([page.next, page.end]).toEqual([NEXT, end]);
    expect(page.messages.map(({ content }) => content)).toEqual(['{"id":"event-1"}']);
  });
});
