import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { casusApi, CasusUnreachable } from '#apps/allocation/src/casus-api';

const answer = { command: 'resume', casus: 'c', about: 'E9', path: 'casus/c/steps/E9/resume', body: {} };

describe('the casus over HTTP', () => {
  let server: Server;
  let told: { status: number; body: string };
  let base: Promise<string>;
  const stop = new AbortController();
  const api = (at = base, signal = stop.signal) =>
    casusApi({ writes: at, reads: at, partner: 'corporatie', person: 'service', signal });

  beforeAll(async () => {
    server = createServer((_, reply) => {
      reply.writeHead(told.status, { 'content-type': 'application/json' }).end(told.body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = Promise.resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const tells = (status: number, body: unknown) => (told = { status, body: JSON.stringify(body) });

  it.each([
    [409, 'not-in-this-state'],
    [404, 'casus-unknown'],
    [404, 'handoff-unknown'],
    [403, 'not-the-owner'],
    [400, 'fields-invalid'],
    [422, 'idempotency-key-reused'],
  ])('refuses a command by its rules: %d %s', async (status, code) => {
    tells(status, { code });
    expect(await api().send(answer, 'key')).toEqual({ result: 'refused', code });
  });

  it.each([
    ['there is nothing at this address', 404, { code: 'route-unknown' }],
    ['something else answers there', 415, { code: 'not-json' }],
    ['the address is none', 400, { code: 'address-malformed' }],
    ['the partner is not in the directory', 403, { code: 'actor-unknown' }],
    ['it does not hear who speaks', 400, { code: 'actor-missing' }],
    ['others were in between', 409, { code: 'contended' }],
    ['its clock is behind', 400, { code: 'occurred-in-the-future' }],
    ['it has a fault', 500, { code: 'internal-error' }],
    ['it is too busy', 429, { code: 'fields-invalid-or-so' }],
    ['what refuses names no code', 403, {}],
    ['what takes it is no casus', 200, { hello: 'world' }],
  ])('has not taken a command that can be sent again: %s', async (_, status, body) => {
    tells(status, body);
    await expect(api().send(answer, 'key')).rejects.toBeInstanceOf(CasusUnreachable);
  });

  it('has taken a command when it says which events came of it', async () => {
    tells(200, { casus: 'c', revision: 3, events: ['WaitingResumed'] });
    expect(await api().send(answer, 'key')).toEqual({ result: 'done' });
  });

  it('is not to be known, or cannot be reached, where it is asked what is sought', async () => {
    tells(403, { code: 'category-not-allowed' });
    expect(await api().housingNeed('c')).toBeUndefined();
    for (const [status, body] of [
      [404, { code: 'route-unknown' }],
      [200, { hello: 'world' }],
    ] as const) {
      tells(status, body);
      await expect(api().housingNeed('c')).rejects.toBeInstanceOf(CasusUnreachable);
    }
  });

  it('is not waited for at the stop, where a start that failed never says where it is', async () => {
    const stopping = new AbortController();
    const sending = api(new Promise(() => undefined), stopping.signal).send(answer, 'key');
    stopping.abort();
    await expect(sending).rejects.toBeInstanceOf(CasusUnreachable);
  });
});
