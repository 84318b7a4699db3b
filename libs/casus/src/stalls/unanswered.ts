import { breachOf } from '#casus/clocks/step-clock';
import type { StepPattern } from '#casus/stalls/scene';
import { waitingPartner } from '#casus/waiting-partner';

/** An offer, ask, takeover request or reported completion past its norm. On the move: the one that must answer. */
export const unanswered: StepPattern = (_, { answers }) =>
  answers.map(({ answer, lastDay }) => ({
    pattern: 'UNANSWERED',
    about: answer.about,
    root: answer.step,
    onTheMove: answer.by,
    waiting: waitingPartner(answer.toWhom, answer.by),
    from: breachOf(lastDay),
  }));
