import { openOffers } from '#casus/allowed';
import { hasBasis } from '#casus/bases';
import { askState } from '#casus/asks';
import { moment } from '#casus/moment';
import { activeSteps, type Pattern } from '#casus/stalls/scene';

/** An owner, or the receiver of an open offer or ask, without a valid basis. On the move: the director. */
export const basisLapsed: Pattern = (scene) => {
  const { casus, at } = scene;
  const now = moment(at);
  const held = [
    ...activeSteps(scene).map(({ step }) => ({ about: step.id, root: step.id, partner: step.owner })),
    ...openOffers(casus, now).map(({ id, step, to }) => ({ about: id, root: step, partner: to })),
    ...[...casus.asks.values()]
      .filter((ask) => askState(casus, ask, now) === 'open')
      .map(({ id, step, to }) => ({ about: id, root: step, partner: to })),
  ];
  return held
    .filter(({ partner }) => !hasBasis(casus, partner, at))
    .map(({ about, root, partner }) => ({
      pattern: 'BASIS_LAPSED',
      about,
      root,
      onTheMove: casus.director.partner,
      waiting: partner,
      from: at,
    }));
};
