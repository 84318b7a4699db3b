import { breachOf } from '#casus/clocks/step-clock';
import type { Pattern } from '#casus/stalls/scene';

/** A promise past its due day; not while it was only told by someone else. On the move: the promiser. */
export const promiseBroken: Pattern = ({ casus }) =>
  [...casus.promises.values()]
    .filter(({ life, confirmation }) => life === 'open' && confirmation !== 'unconfirmed')
    .map(({ id, promisedBy, due }) => ({
      pattern: 'PROMISE_BROKEN',
      about: id,
      root: null,
      onTheMove: promisedBy,
      from: breachOf(due),
    }));
