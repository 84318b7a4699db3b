import type { Instant } from '#event-sourcing/instant';
import { handleSearchCommand, type SearchCommandDeps } from '#commands/handle-search-command';
import type { OrderActor } from '#commands/command-order';
import type { Candidates } from '#apps/allocation/src/candidates';

/**
 * Notes for every candidate of whom it is recorded that no home fits, and for whom there is one now, that it is found;
 * gives whether there was any. Of several that do so at once one succeeds: the others are refused.
 */
export async function noteFound(
  deps: SearchCommandDeps,
  candidates: Candidates,
  actor: OrderActor,
  now: Instant,
): Promise<boolean> {
  const found = await candidates.found(now);
  let noted = false;
  for (const { casus, step, home } of found) {
    const order = { do: 'note-fitting-home', casus, address: { step }, fields: { home }, actor, now } as const;
    const handled = await handleSearchCommand(deps, order);
    noted ||= handled.result === 'done';
  }
  return noted;
}
