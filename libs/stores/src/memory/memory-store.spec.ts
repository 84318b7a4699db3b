import { eventStoreContract } from '#stores/contract/event-store-contract';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

describe('memory store', () => {
  eventStoreContract(() =>
    Promise.resolve({ store: memoryStore(sha256), positions: 'counted', close: () => Promise.resolve() }),
  );
});
