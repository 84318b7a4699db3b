import type { EventStore } from '#event-sourcing/event-store';
import type { Bell } from '#apps/allocation/src/errands/bell';
import type { Errand } from '#apps/allocation/src/errands/errands';
import { OWN_CATEGORIES } from '#apps/allocation/src/shelf';

/** The errand that hears of what is appended to the own log, by whichever instance, and rings. */
export const hearing = (store: EventStore, doorbell: Bell): Errand => ({
  name: 'hearing',
  async work(signal) {
    const after = await store.head();
    doorbell.ring();
    for await (const page of store.subscribe({ after, signal, categories: OWN_CATEGORIES })) {
      if (page.events.length > 0) doorbell.ring();
    }
    return false;
  },
});
