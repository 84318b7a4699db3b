import type { Act } from '#casus/move';
import type { RefusalReason, StallPattern } from '#casus/vocabulary';
import type { Phrases } from '#read-models/why/phrases';

const REASONS: Readonly<Record<RefusalReason, string>> = {
  'at-capacity': 'no capacity',
  'wrong-desk': 'wrong desk',
  'missing-information': 'information was missing',
  'not-eligible': 'not eligible',
  'no-legal-basis': 'no legal basis',
  'resident-declined': 'the resident did not want it',
  other: 'another reason',
};

/** What a stall does or did, now and in the past. */
const STALLS: Readonly<Record<StallPattern, readonly [string, string]>> = {
  UNANSWERED: ['has waited for an answer for longer than the norm', 'waited for an answer for longer than the norm'],
  NOT_REROUTED: ['lies still after an offer that came to nothing', 'lay still after an offer that came to nothing'],
  TERM_EXCEEDED: ['is past its last day', 'was past its last day'],
  BLOCKED: ['is stuck behind a step that itself has stalled', 'was stuck behind a step that itself had stalled'],
  PLAN_OVERTAKEN: [
    'has a target that cannot be met, for the step before it is not done',
    'had a target that could not be met, for the step before it was not done',
  ],
  STANDSTILL: ['has come to a standstill', 'had come to a standstill'],
  PINGPONG: ['goes back and forth between partners', 'went back and forth between partners'],
  REVOLVING_DOOR: ['has been refused again', 'had been refused again'],
  BASIS_LAPSED: ['has no valid basis any more', 'had no valid basis any more'],
  PROMISE_BROKEN: ['waits for a promise that was not kept', 'waited for a promise that was not kept'],
  OWNER_ABSENT: ['lies with somebody who is away', 'lay with somebody who was away'],
  NOTHING_PLANNED: ['has nothing to follow', 'had nothing to follow'],
  START_INCOMPLETE: ['has not got off the ground', 'had not got off the ground'],
};

const norm = (due: string | null): string => (due === null ? '' : `; the norm ran until ${due}`);

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

const HAD: Readonly<Record<Act, (party: string, day: string, ref: string, step: string) => string>> = {
  'answer-offer': (party, day, ref) => `had ${party} answered offer ${ref} by ${day}`,
  'answer-ask': (party, day, ref) => `had ${party} answered question ${ref} by ${day}`,
  'answer-takeover': (party, day) => `had ${party} answered the takeover request by ${day}`,
  provide: (party, day) => `had the waiting for ${party} been over by ${day}`,
  confirm: (party, day) => `had ${party} confirmed by ${day} that the step was done`,
  reroute: (party, day) => `had ${party} found another way by ${day}`,
  replan: (party, day) => `had ${party} replanned by ${day}`,
  chase: (party, day, _, step) => `had ${party} finished ${step} by ${day}`,
  do: (party, day, _, step) => `had ${party} finished ${step} by ${day}`,
};

/** Explanations in English. */
export const ENGLISH: Phrases = {
  lateDone: ({ title, by, done, lastDay, source }) =>
    `${title} was finished ${by} too late: on ${done}, while ${lastDay} was its last day (${source})`,
  lateOpen: ({ title, by, lastDay, source }) =>
    `${title} is ${by} late by now: ${lastDay} was its last day (${source})`,
  stalled: ({ title, pattern, since, until }) =>
    until === null
      ? `${title} ${STALLS[pattern][0]}, since ${since}`
      : `${title} ${STALLS[pattern][1]}, from ${since} until ${until}`,
  neverRed: (title) => `${title} is neither late nor stalled, and never was`,
  source: (rule) => (rule === null ? 'target' : rule.text),

  planned: ({ by, owner, day }) =>
    owner === null ? `${by} planned the step on ${day}` : `${by} planned the step on ${day}, for ${owner}`,
  plannedAndOffered: ({ by, day, later, to, warm, ref }) =>
    `${by} planned the step on ${day} and ${later} later offered it ${warm ? 'as a warm handoff' : 'in writing'} to ${to} (${ref})`,
  plannedAndAsked: ({ by, day, later, to, ref }) =>
    `${by} planned the step on ${day} and ${later} later put a question to ${to} (${ref})`,
  elsewhere: (title) => `then it had to wait for ${title}`,

  theOffer: (ref) => (ref === null ? 'the offer' : `offer ${ref}`),
  theAsk: (ref) => (ref === null ? 'the question' : `question ${ref}`),
  offered: ({ from, day, to, warm, ref }) =>
    `on ${day} ${from} offered the step ${warm ? 'as a warm handoff' : 'in writing'} to ${to} (${ref})`,
  offerAccepted: ({ offer, to, read, day, span, due }) =>
    read === null
      ? `${to} accepted ${offer} on ${day}, after ${span}${norm(due)}`
      : `${to} read ${offer} on ${read} and accepted it on ${day}, after ${span}${norm(due)}`,
  offerDeclined: ({ offer, to, day, reason, span, due }) =>
    `${to} declined ${offer} on ${day} (${REASONS[reason]}), after ${span}${norm(due)}`,
  offerWithdrawn: ({ offer, from, day, span, due }) => `${from} withdrew ${offer} on ${day}, after ${span}${norm(due)}`,
  offerExpired: ({ offer, to, day, span, due }) =>
    `${to} did not answer, and after ${span} ${offer} had expired on ${day}${norm(due)}`,
  offerOpen: ({ offer, to, span, due }) =>
    due === null
      ? `${offer} has now been with ${to} for ${span}`
      : `${to} should have answered by ${due} and has not done so yet: ${offer} has been there for ${span} now`,
  offerLay: ({ offer, to, span, due }) => `${offer} was with ${to} for ${span}${norm(due)}`,

  asked: ({ from, day, to, ref }) => `on ${day} ${from} put a question to ${to} (${ref})`,
  askEnded: ({ ask, to, answered, day, span, due }) =>
    answered
      ? `${to} answered on ${day}, after ${span}${norm(due)}`
      : `${ask} was with ${to} for ${span} and got no answer${norm(due)}`,
  askOpen: ({ ask, to, span, due }) =>
    due === null
      ? `${ask} has now been with ${to} for ${span}`
      : `${to} should have answered by ${due} and has not done so yet: ${ask} has been there for ${span} now`,

  worked: ({ party, span, again, completed, lasts }) => {
    if (lasts) return `${party} is on the move ${again ? 'again ' : ''}now, and has been for ${span}`;
    const end = completed === null ? '' : ` and finished the step on ${completed}`;
    return `then ${party} was on the move ${again ? 'again ' : ''}for ${span}${end}`;
  },
  suspended: ({ party, first, last, source, span }) =>
    last === null
      ? `since ${first} the term has been suspended to wait for ${party} (${source}), ${span} by now`
      : `from ${first} up to and including ${last} the term was suspended to wait for ${party} (${source}); those days were added at its end`,
  waited: ({ party, span, lasts }) =>
    lasts ? `it is waiting for ${party} now, and has been for ${span}` : `then it waited ${span} for ${party}`,
  rerouted: ({ party, span, lasts }) =>
    lasts
      ? `${party} has to find another way now, and has had ${span} for it`
      : `it took ${span} until ${party} had found another way`,
  replanned: ({ party, span, lasts }) =>
    lasts ? `${party} has to replan now, and has had ${span} for it` : `it took ${span} until ${party} had replanned`,
  confirmed: ({ party, span, lasts }) =>
    lasts
      ? `${party} has to confirm now that the step is done, and has had ${span} for it`
      : `${party} took ${span} to confirm that the step was done`,
  requested: ({ party, span, lasts }) =>
    lasts
      ? `${party} has to answer a takeover request now, and has had ${span} for it`
      : `${party} took ${span} over a takeover request`,
  nobody: ({ span, lasts }) =>
    lasts ? `nobody is on the move now, and nobody has been for ${span}` : `then nobody was on the move for ${span}`,

  causes: (named) =>
    listed(
      named.map(({ by, labels }, index) => {
        const quoted = listed(labels.map((label) => `“${label}”`));
        return `${by} named ${index > 0 ? '' : `as cause${labels.length > 1 ? 's' : ''} `}${quoted}`;
      }),
    ),
  had: ({ act, party, day, ref, title, rhythm }) =>
    rhythm && act === 'do'
      ? `had ${party} done anything about the step by ${day}`
      : HAD[act](party, day, ref, title ?? 'the step'),
  thenOnTime: (had, { late }) => `${had}, the step would ${late ? 'have been on time' : 'not have stalled'}`,
  thenTimeLeft: (had, { owner, days }) => `${had}, ${owner} would have had ${days} left to finish the step in time`,
  notEnough: (had, gain) => `${had}, that would have saved ${gain}, which was not enough`,
  noneAlone: (had, gain) =>
    `no single link would have helped enough. This would have helped most: ${had}, it would have gone ${gain} faster`,
  nothingToGain: (late) =>
    late
      ? 'nobody went past a norm of their own: the step had too little time'
      : 'nobody went past a norm of their own',
};
