import type { AppendRequest, EventStore } from '#event-sourcing/event-store';
import { categoryOf } from '#event-sourcing/stream-name';
import { partnerBook } from '#commands/partner-book';
import { PARTNER_CATEGORY, readPartnerFact } from '#partners/partner-fact';

/** How writing went. `overtaken`: somebody else wrote to that stream meanwhile; what came before stands, nothing after. */
export type Performed = { readonly done: true } | { readonly done: false; readonly overtaken: string };

const TOLD_EVERY = 200;

/** Whether this registers a partner that somebody else registered meanwhile, of the same kind: that is as good. */
async function registeredAlike(store: EventStore, { stream, expected, events }: AppendRequest): Promise<boolean> {
  const [registration] = events;
  if (!registration || expected !== 'no-stream' || categoryOf(stream) !== PARTNER_CATEGORY) return false;
  const fact = readPartnerFact({ ...registration, stream, revision: 0 });
  if (fact.type !== 'PartnerRegistered') return false;
  return (await partnerBook(store).find(fact.partner))?.kind === fact.data.kind;
}

/**
 * Writes what was rehearsed, in order and one by one: what was decided on top of a line that is refused must not be
 * taken. Playing again rehearses anew and goes on where this was broken off.
 */
export async function perform(
  store: EventStore,
  appends: readonly AppendRequest[],
  progress: (written: number) => void,
): Promise<Performed> {
  for (const [index, request] of appends.entries()) {
    const [given] = await store.append([request]);
    const stands = given?.outcome === 'appended' || given?.outcome === 'repeated';
    if (!stands && !(await registeredAlike(store, request))) return { done: false, overtaken: request.stream };
    const written = index + 1;
    if (written % TOLD_EVERY === 0 || written === appends.length) progress(written);
  }
  return { done: true };
}
