import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { hasEnded } from '#casus/step';

/** Describes the home that is sought: the housing profile. By the director, or the owner of a step of category housing. */
export const describeHousingNeed: Decide<'describe-housing-need'> = (command, casus) => {
  const { actor, rooms, stepFree, lift, neighbourhoods, incomeClass, from, support } = command;
  const ownsHousing = [...casus.steps.values()].some(
    (step) => step.category === 'housing' && step.owner === actor.partner && !hasEnded(step),
  );
  const refused = ownsHousing ? undefined : director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  return accepted(
    casusEvent('HousingNeedDescribed', {
      rooms,
      stepFree,
      lift,
      neighbourhoods: [...neighbourhoods],
      incomeClass,
      from,
      support: support && { arranged: support.arranged, from: support.from },
    }),
  );
};
