import { accepted } from '#event-sourcing/decider';
import { stepsExist } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { participant } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';

/** Adds a note for an audience: all, one's own partner, or one other partner. Also in a closed casus. */
export const addNote: Decide<'add-note'> = (command, casus) => {
  const { actor, text, audience, step } = command;
  return (
    stepsExist(casus, step === undefined ? [] : [step]) ??
    participant({ casus, actor, at: momentOf(command) }) ??
    accepted(casusEvent('NoteAdded', { text, audience, step }))
  );
};
