/** Whether a party is a partner: somebody at the table, and not the resident or a party without access. */
export const isPartner = (party: string | null): party is string =>
  party !== null && party !== 'resident' && !party.includes(':');

/** The partner that waits while a party is on the move; null unless they are two partners. */
export const waitingPartner = (waiting: string, onTheMove: string | null): string | null =>
  isPartner(waiting) && isPartner(onTheMove) && waiting !== onTheMove ? waiting : null;
