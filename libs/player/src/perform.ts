import type { AppendOutcome, AppendRequest, EventStore } from '#event-sourcing/event-store';
import { categoryOf } from '#event-sourcing/stream-name';
import { PARTNER_CATEGORY } from '#partners/partner-fact';

/** How writing went. `overtaken`: somebody else wrote to one of the streams meanwhile; what came before stands. */
export type Performed = { readonly done: true } | { readonly done: false; readonly overtaken: string };

const BATCH = 200;

/** Somebody else may have registered the same partner meanwhile. */
const isRegistration = ({ stream, expected }: AppendRequest): boolean =>
  expected === 'no-stream' && categoryOf(stream) === PARTNER_CATEGORY;

const stands = (outcome: AppendOutcome | undefined): boolean =>
  outcome?.outcome === 'appended' || outcome?.outcome === 'repeated';

/** Writes what was rehearsed, in order. Playing again goes on where this was broken off. */
export async function perform(
  store: EventStore,
  appends: readonly AppendRequest[],
  progress: (written: number) => void,
): Promise<Performed> {
  for (let from = 0; from < appends.length; from += BATCH) {
    const batch = appends.slice(from, from + BATCH);
    const outcomes = await store.append(batch);
    const overtaken = batch.find((request, index) => !stands(outcomes[index]) && !isRegistration(request));
    if (overtaken) return { done: false, overtaken: overtaken.stream };
    progress(from + batch.length);
  }
  return { done: true };
}
