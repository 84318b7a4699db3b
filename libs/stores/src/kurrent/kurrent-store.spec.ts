import { BEGINNING } from '#event-sourcing/position';
import { request, stream } from '#stores/contract/given';
import { openKurrentStore } from '#stores/kurrent/kurrent-store';
import { createServer, type AddressInfo } from 'node:net';

/** What holds without a server; the contract suite runs where KURRENTDB_URL names one. */
describe('a KurrentDB that is not there', () => {
  const away = { type: 'unavailable' };

  const addressOfNobody = () =>
    new Promise<string>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => {
          resolve(`kurrentdb://127.0.0.1:${String(port)}?tls=false`);
        });
      });
    });

  it('refuses every question and every append, and can be closed', async () => {
    const store = openKurrentStore({ url: await addressOfNobody() });
    const stop = new AbortController();
    await expect(store.append([request('a')])).rejects.toMatchObject(away);
    await expect(store.readStream(stream('a'))).rejects.toMatchObject(away);
    await expect(store.readAll({ after: BEGINNING, limit: 1 })).rejects.toMatchObject(away);
    await expect(store.findAppend('k')).rejects.toMatchObject(away);
    await expect(store.head()).rejects.toMatchObject(away);
    const pages = store.subscribe({ after: BEGINNING, signal: stop.signal });
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toMatchObject(away);
    await store.close();
  });

  it('is not asked what no store takes', async () => {
    const store = openKurrentStore({ url: await addressOfNobody() });
    await expect(store.append([request('a', { events: [] })])).rejects.toThrow(RangeError);
    expect(await store.append([])).toEqual([]);
    await store.close();
  });

  it('needs a namespace of its own', () => {
    expect(() => openKurrentStore({ url: 'kurrentdb://127.0.0.1:1?tls=false', namespace: 'Aanzet!' })).toThrow(
      RangeError,
    );
  });
});
