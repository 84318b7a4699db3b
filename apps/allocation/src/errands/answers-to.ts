import { categoryOf } from '#event-sourcing/stream-name';
import type { RecordedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import type { Candidate } from '#homes/home';
import { HOME_CATEGORY, readHomeFact, type HomeFact } from '#homes/home-fact';
import { readSearchFact, type SearchFact } from '#homes/search/search-fact';

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

/** For whom the casus was told, by what lies before an event, that supply is waited for. */
export interface Supply {
  has(candidate: Candidate): boolean;
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

function ofHome({ type, data, occurredAt: at }: HomeFact, supply: Supply): readonly CasusAnswer[] {
  switch (type) {
    case 'HomeReserved':
      // At once, for the offer may follow before it is noted that there is a home.
      return [...(supply.has(data.candidate) ? [resume(data.candidate, at)] : []), startStep(data.candidate, at)];
    case 'HomeOffered':
      return [
        waitFor(data.candidate, at, { waitingFor: { kind: 'resident' }, reason: OFFERED, until: data.expiresOn }),
      ];
    case 'HomeAccepted':
    case 'HomeDeclined':
      return [resume(data.candidate, at)];
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

function ofSearch({ type, data, casus, occurredAt: at }: SearchFact, supply: Supply): readonly CasusAnswer[] {
  const candidate = { casus, step: data.step };
  switch (type) {
    case 'StepTakenOn': {
      const path = `casus/${casus}/handoffs/${encodeURIComponent(data.handoff)}/accept`;
      return [{ command: 'accept-handoff', casus, about: data.handoff, path, body: { at } }];
    }
    case 'NoFitRecorded': {
      const waitingFor = { kind: 'supply', name: SUPPLY };
      return [waitFor(candidate, at, { waitingFor, reason: NO_HOME, ...(data.until && { until: data.until }) })];
    }
    case 'FittingHomeFound':
      return supply.has(candidate) ? [resume(candidate, at)] : [];
  }
}

/**
 * The commands that the casus gets because of one event of the own log, in their order; none for most. Pure. Throws on an
 * event that this program cannot read. docs/explanation/domain.md, "Homes".
 */
export const answersTo = (event: RecordedEvent, supply: Supply): readonly CasusAnswer[] =>
  categoryOf(event.stream) === HOME_CATEGORY
    ? ofHome(readHomeFact(event), supply)
    : ofSearch(readSearchFact(event), supply);
