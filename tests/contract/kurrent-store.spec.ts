import { eventStoreContract } from '#stores/contract/event-store-contract';
import { openKurrentStore } from '#stores/kurrent/kurrent-store';
import { randomUUID } from 'node:crypto';

/** Runs when KURRENTDB_URL names a server (jest.config.js leaves it out otherwise, and the closing summary says so). */
describe('KurrentDB store', () => {
  const url = process.env['KURRENTDB_URL'] ?? '';
  const run = `t${randomUUID().replaceAll('-', '')}`;
  let opened = 0;

  // A KurrentDB cannot be emptied: every test has a namespace of its own.
  eventStoreContract(() => {
    opened += 1;
    const store = openKurrentStore({ url, namespace: `${run}n${String(opened)}` });
    return Promise.resolve({ store, positions: 'in-order', close: () => store.close() });
  });
});
