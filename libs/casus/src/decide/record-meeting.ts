import { accepted } from '#event-sourcing/decider';
import { stepsExist } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';

/** Records who was at the table and what was agreed. */
export const recordMeeting: Decide<'record-meeting'> = (command, casus) => {
  const { actor, present, agreed, steps = [] } = command;
  return (
    stepsExist(casus, steps) ??
    director({ casus, actor, at: momentOf(command) }) ??
    accepted(casusEvent('MeetingRecorded', { present: [...present], agreed, steps: [...steps] }))
  );
};
