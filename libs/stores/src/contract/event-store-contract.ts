import { expectedRevisionContract } from '#stores/contract/expected-revision';
import { followingContract } from '#stores/contract/following';
import type { OpenedStore, OpenStore } from '#stores/contract/given';
import { idempotencyContract } from '#stores/contract/idempotency';
import { readingContract } from '#stores/contract/reading';
import { roundTripContract } from '#stores/contract/round-trip';

/** What every event store does; called within a spec. `open` is called before each test and gives an empty store. */
export function eventStoreContract(open: OpenStore): void {
  let opened: OpenedStore | undefined;
  const given = () => {
    if (!opened) throw new Error('no store is open');
    return opened;
  };
  const store = () => given().store;

  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  expectedRevisionContract(store);
  idempotencyContract(store);
  readingContract(given);
  roundTripContract(store);
  followingContract(given);
}
