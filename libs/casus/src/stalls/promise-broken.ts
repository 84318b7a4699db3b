import { breachOf } from '#casus/clocks/step-clock';
import type { Pattern } from '#casus/stalls/scene';
import { waitingPartner } from '#casus/waiting-partner';

/** A promise past its due day; not while it was only told by someone else. On the move: the promiser. */
export const promiseBroken: Pattern = ({ casus }) =>
  [...casus.promises.values()]
    .filter(({ life, confirmation }) => life === 'open' && confirmation !== 'unconfirmed')
    .map(({ id, promisedBy, to, due }) => ({
      pattern: 'PROMISE_BROKEN',
      about: id,
      root: null,
      onTheMove: promisedBy,
      waiting: waitingPartner(to, promisedBy),
      from: breachOf(due),
    }));
