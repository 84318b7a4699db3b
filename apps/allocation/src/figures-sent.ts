import { waitedMs } from '#installation/waited';
import type { EventStore } from '#event-sourcing/event-store';
import { parkedIn } from '#messaging/inbox/inbox';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import type { Clock } from '#platform/clock';
import { gauge } from '#platform/telemetry/gauge';
import { checkpointsIn } from '#read-models/projector/checkpoints';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { ANSWERS } from '#apps/allocation/src/errands/answering';
import { OWN_CATEGORIES, type Shelf } from '#apps/allocation/src/shelf';

export interface FigureSources {
  readonly store: EventStore;
  readonly db: AllocationDatabase;
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly receiving: () => ReceivingHealth;
}

/** Tells whether events come in and answers go out, and what of them somebody must look at. Gives what ends it. */
export function sendFigures({ store, db, shelf, clock, receiving }: FigureSources): () => void {
  const ends = [
    gauge('aanzet.receiving', 'Whether public events come in: 1 or 0', () =>
      Promise.resolve([{ value: receiving().state === 'receiving' ? 1 : 0 }]),
    ),
    gauge('aanzet.events.parked', 'Public events that were put aside', async () => [
      { value: await parkedIn({ db, schema: SCHEMA, consumer: SCHEMA }) },
    ]),
    gauge('aanzet.answers.delay', 'Milliseconds that an answer to a casus has waited to be sent', async () => {
      const sent = await checkpointsIn(db, SCHEMA).load(ANSWERS);
      return [{ value: await waitedMs(store, clock, sent, { categories: OWN_CATEGORIES }) }];
    }),
    gauge('aanzet.answers.refused', 'Answers that a casus refused', async () => {
      const refused = (await shelf.readOn()).refusals();
      return [{ value: refused.length }];
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
