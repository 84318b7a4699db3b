import type { OrderActor } from '#commands/command-order';
import { handleHomeCommand, type HomeCommandDeps } from '#commands/handle-home-command';
import type { Instant } from '#event-sourcing/instant';
import { statusAt } from '#homes/home';
import type { Shelf } from '#apps/allocation/src/shelf';

/**
 * Notes of every offer that nobody answered in time that it has expired, for whoever listens; gives whether there was any.
 * Of several that do so at once one succeeds: the others are refused.
 */
export async function noteExpired(
  deps: HomeCommandDeps,
  shelf: Shelf,
  actor: OrderActor,
  now: Instant,
): Promise<boolean> {
  const { homes } = await shelf.readOn();
  let noted = false;
  for (const { home } of [...homes.values()]) {
    if (home.status.is !== 'offered' || statusAt(home, now).is === 'offered') continue;
    const { offer } = home.status;
    const order = { do: 'note-offer-expired', address: { home: home.id }, fields: { offer }, actor, now } as const;
    const handled = await handleHomeCommand(deps, order);
    noted ||= handled.result === 'done';
  }
  return noted;
}
