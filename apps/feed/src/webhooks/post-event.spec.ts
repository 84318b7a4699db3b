import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { instant } from '#event-sourcing/instant';
import type { CloudEvent } from '#messaging/contract/cloud-event';
import { postEvent } from '#apps/feed/src/webhooks/post-event';
import { secretOf } from '#apps/feed/src/webhooks/signature';
import type { Resolve } from '#apps/feed/src/webhooks/target';

const EVENT: CloudEvent = {
  ...{ specversion: '1.0', id: 'e1', source: 'urn:nld:oin:1:systeem:aanzet', type: 'nl.aanzet.casus.opened.v1' },
  ...{ subject: 'c1', time: '2026-11-20T11:00:00.000Z', datacontenttype: 'application/json', data: {} },
  ...{ sequence: '1-000', sequencetype: 'LogPosition', dataref: 'https://aanzet.example/v1/casus/c1' },
};
/** Longer than any spec lasts. */
const ENDLESS_MS = 600_000;
const SOON_MS = 100;

describe('the post of an event', () => {
  let server: Server;
  let sockets: Socket[];
  let answer: (socket: Socket) => void;
  beforeEach(async () => {
    sockets = [];
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => {
        answer(socket);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });

  const here: Resolve = () => Promise.resolve(['127.0.0.1']);
  function post(patienceMs: number, resolve = here) {
    const url = `http://partner.example:${(server.address() as AddressInfo).port}/`;
    const secret = secretOf(Buffer.alloc(32, 7), 'w1');
    const posting = { url, secret, event: EVENT, at: instant('2026-11-20T11:00Z') };
    return postEvent(posting, { resolve, loopback: true, patienceMs });
  }

  it.each([
    ['takes it', 'HTTP/1.1 204 No Content\r\n\r\n', undefined],
    [
      'switches protocols',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n',
      'status-101',
    ],
    ['switches to no protocol', 'HTTP/1.1 101 Switching Protocols\r\n\r\n', 'status-101'],
    ['speaks another language', '220 mail.example ESMTP\r\n', 'unreachable'],
    ['takes it and keeps on sending', 'HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nand', undefined],
  ])('is over when the receiver %s', async (_, text, outcome) => {
    answer = (socket) => socket.write(text);
    expect(await post(ENDLESS_MS)).toBe(outcome);
  });

  it('is over when the receiver hangs up', async () => {
    answer = (socket) => socket.end();
    expect(await post(ENDLESS_MS)).toBe('unreachable');
  });

  it.each([
    ['says nothing', ''],
    ['does not end its headers', 'HTTP/1.1 200 OK\r\nServer: a'],
    ['is always about to answer', 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('is over when patience is, for a receiver that %s', async (_, text) => {
    answer = (socket) => socket.write(text);
    expect(await post(SOON_MS)).toBe('slow');
  });

  it('is over when patience is, for a name that nobody resolves', async () => {
    expect(await post(SOON_MS, () => new Promise(() => undefined))).toBe('slow');
  });
});
