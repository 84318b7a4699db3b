import { categoryOf } from '#event-sourcing/stream-name';
import type { RecordedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import type { Candidate } from '#homes/home';
import { HOME_CATEGORY, readHomeFact, type HomeFact } from '#homes/home-fact';
import { lastDayOfWaiting } from '#homes/search/last-day';
import { readSearchFact, type SearchFact } from '#homes/search/search-fact';
import type { WaitedFor } from '#apps/allocation/src/errands/waitings';
import { idOf } from '#event-sourcing/stream-name';

/** A command that the casus gets because of something in the own log. */
export interface CasusAnswer {
  readonly command: string;
  readonly casus: string;
  /** The step or the offer that it is about. */
  readonly about: string;
  /** Below /v1. */
  readonly path: string;
  readonly body: object;
}

/** What the casus took from here, by what lies before an event: that a candidate waits for something. */
export interface Waiting {
  of(candidate: Candidate): WaitedFor | undefined;
}

const OFFERED = 'Woning aangeboden; de kandidaat beslist.';
const NO_HOME = 'Geen passende woning beschikbaar.';
const SUPPLY = 'passende woning';

const onStep =
  (command: string, path: string) =>
  ({ casus, step }: Candidate, at: Instant, fields: object = {}): CasusAnswer => ({
    ...{ command, casus, about: step },
    path: `casus/${casus}/steps/${encodeURIComponent(step)}/${path}`,
    body: { ...fields, at },
  });

const startStep = onStep('start-step', 'start');
const waitFor = onStep('wait-for', 'wait-for');
const resume = onStep('resume', 'resume');
const completeStep = onStep('complete-step', 'complete');

/** Ends a waiting that was begun from here; another is somebody else's to end. */
const resumeFrom = (waitedFor: WaitedFor, candidate: Candidate, at: Instant, waiting: Waiting) =>
  waiting.of(candidate) === waitedFor ? [resume(candidate, at)] : [];

function ofHome({ type, data, occurredAt: at }: HomeFact, waiting: Waiting): readonly CasusAnswer[] {
  switch (type) {
    case 'HomeReserved':
      // At once, for the offer may follow before it is noted that there is a home.
      return [...resumeFrom('supply', data.candidate, at, waiting), startStep(data.candidate, at)];
    case 'HomeOffered':
      return [
        waitFor(data.candidate, at, { waitingFor: { kind: 'resident' }, reason: OFFERED, until: data.expiresOn }),
      ];
    case 'HomeAccepted':
    case 'HomeDeclined':
      return resumeFrom('resident', data.candidate, at, waiting);
    case 'HomeLet':
      return [completeStep(data.candidate, at)];
    case 'HomeRegistered':
    case 'HomeReleased':
    case 'HomeOfferExpired':
    case 'HomeFreed':
    case 'HomeWithdrawn':
      return [];
  }
}

function ofSearch({ type, data, casus, occurredAt: at }: SearchFact, waiting: Waiting): readonly CasusAnswer[] {
  switch (type) {
    case 'StepTakenOn': {
      const path = `casus/${casus}/handoffs/${encodeURIComponent(data.handoff)}/accept`;
      return [{ command: 'accept-handoff', casus, about: data.handoff, path, body: { at } }];
    }
    case 'NoFitRecorded': {
      const until = lastDayOfWaiting(data.until, at);
      const waitingFor = { kind: 'supply', name: SUPPLY };
      return [waitFor({ casus, step: data.step }, at, { waitingFor, reason: NO_HOME, until })];
    }
    case 'FittingHomeFound':
      return resumeFrom('supply', { casus, step: data.step }, at, waiting);
    case 'AnswerRefused':
      return [];
  }
}

/**
 * The commands that the casus gets because of one event of the own log, in their order; none for most. Pure. Throws on an
 * event that this program cannot read. docs/explanation/domain.md, "Homes".
 */
export const answersTo = (event: RecordedEvent, waiting: Waiting): readonly CasusAnswer[] =>
  categoryOf(event.stream) === HOME_CATEGORY
    ? ofHome(readHomeFact(event), waiting)
    : ofSearch(readSearchFact(event), waiting);

/** The casus that an event of the own log concerns; undefined for one of a home by itself. Throws as answersTo. */
export function casusOf(event: RecordedEvent): string | undefined {
  if (categoryOf(event.stream) !== HOME_CATEGORY) return idOf(event.stream);
  const { data } = readHomeFact(event);
  return 'candidate' in data ? data.candidate.casus : undefined;
}
