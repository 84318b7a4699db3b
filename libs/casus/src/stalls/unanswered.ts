import { awaitedAnswers, normLastDay } from '#casus/clocks/awaited-answer';
import { breachOf } from '#casus/clocks/step-clock';
import { moment } from '#casus/moment';
import type { Pattern } from '#casus/stalls/scene';

/** An offer, ask, takeover request or reported completion past its norm. On the move: the one that must answer. */
export const unanswered: Pattern = ({ casus, at, partnersAt }) =>
  awaitedAnswers(casus, moment(at)).map((answer) => ({
    pattern: 'UNANSWERED',
    about: answer.about,
    root: answer.step,
    onTheMove: answer.by,
    from: breachOf(normLastDay(answer, partnersAt)),
  }));
