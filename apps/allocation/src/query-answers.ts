import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import type { CandidatesView, HomeView } from '#apps/allocation/src/home-view';
import type { WorkList } from '#apps/allocation/src/work-list';

const casus = '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';

const home: HomeView = {
  home: 'linde-4',
  landlord: 'corporatie',
  ...{ rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 },
  freeFrom: localDate('2026-12-01'),
  status: 'offered',
  candidate: { casus, step: 'E9' },
  offer: 'offer-1',
  expiresOn: localDate('2026-11-24'),
  since: instant('2026-11-20T11:00:00Z'),
  letFrom: null,
  offers: [{ offer: 'offer-0', candidate: { casus, step: 'E9' }, outcome: 'expired' }],
  revision: 2,
};

const candidates: CandidatesView = {
  home: 'linde-4',
  allocation: { year: 2026, source: 'sample amounts, from no publication: set your own', sample: true },
  items: [
    {
      ...{ place: 1, casus, step: 'E9', priority: true },
      waitingSince: instant('2026-11-19T10:05:00Z'),
      ...{ fits: true, before: 'waiting-since' },
      reasons: [{ rule: 'rooms', fits: true, sought: 2, home: 2 }],
    },
  ],
};

const at = instant('2026-11-19T10:05:00Z');

const work: WorkList = {
  offeredSteps: [
    {
      ...{ casus, handoff: 'O2', step: 'E9', from: 'sociaal-team', category: 'housing', offeredAt: at },
      ...{ answerBy: localDate('2026-11-24'), expiresOn: null, accepting: false },
    },
  ],
  readyCandidates: [
    {
      ...{ casus, reference: 'eva', step: 'E9', priority: true, waitingSince: at },
      ...{ state: 'open', noFitUntil: null, fittingHomes: ['linde-4'] },
    },
  ],
  needNotDescribed: [{ casus, reference: 'eva', step: 'E9', state: 'open', waitingSince: at }],
  freeHomes: [{ home: 'linde-4', freeFrom: localDate('2026-12-01'), fits: 1 }],
  homesInHand: [{ home: 'linde-6', status: 'offered', casus, step: 'E9', expiresOn: localDate('2026-11-24') }],
  promisesDue: [
    {
      ...{ casus, promise: 'P1', to: 'sociaal-team', due: localDate('2026-11-18') },
      ...{ broken: true, dueToday: false },
    },
  ],
  refusedAnswers: [{ casus, command: 'start-step', about: 'E9', code: 'not-in-this-state', at }],
};

/** An answer to every query of the service, by its operation: the examples of the OpenAPI document. */
export const ANSWERS = {
  'list-homes': { items: [home], next: null },
  'get-home': home,
  'rank-candidates': candidates,
  'get-work-list': work,
} as const;
