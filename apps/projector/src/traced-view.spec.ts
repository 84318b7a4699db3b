import type { OpenView } from '#read-models/projector/view';
import { tracedView } from '#apps/projector/src/traced-view';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

describe('a view that is traced', () => {
  it('hears whether all before is written', async () => {
    const heard: unknown[] = [];
    const view: OpenView = {
      name: 'timeline',
      version: 1,
      reads: {},
      digest(_, written) {
        heard.push(written);
        return Promise.resolve({ count: 0, write: () => Promise.resolve() });
      },
    };
    const traced = tracedView(() => view)(memoryStore(sha256), () => Promise.resolve([]));
    await traced.digest([], false);
    await traced.digest([]);
    expect(heard).toEqual([false, undefined]);
  });
});
