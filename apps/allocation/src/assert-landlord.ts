import { refusalOfHome } from '#commands/handle-home-command';
import { homeRejected } from '#homes/home-rejection';
import { ProblemError, problemOfRefusal } from '#platform/http/problem';

/** Ends the request of any other partner than the housing corporation whose service this is. */
export function assertLandlord(landlord: string, partner: string): void {
  if (partner === landlord) return;
  throw new ProblemError(problemOfRefusal(refusalOfHome(homeRejected('not-the-landlord', { landlord }).rejection)));
}
