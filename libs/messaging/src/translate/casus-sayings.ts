import type { casusEvents } from '#casus/events/casus-events';
import type { Fact } from '#casus/fact';
import { say, type Concerns, type Said } from '#messaging/translate/said';

const CASUS: Concerns = { what: 'casus' };

type Sayings = { readonly [T in keyof typeof casusEvents]?: (fact: Fact<T>) => readonly Said[] };

/** What the events of the casus as a whole say in public: nothing of residents, bases, decisions, notes and meetings. */
export const CASUS_SAYINGS: Sayings = {
  CasusOpened: ({ data, occurredAt }) => [say('casus.opened', { occurredAt, director: data.director.partner }, CASUS)],
  CasusClosed: ({ occurredAt }) => [say('casus.closed', { occurredAt }, CASUS)],
  CasusReopened: ({ occurredAt }) => [say('casus.reopened', { occurredAt }, CASUS)],
  DirectorAppointed: ({ data, occurredAt }) => [
    say('casus.director-appointed', { occurredAt, director: data.partner }, CASUS),
  ],
};
