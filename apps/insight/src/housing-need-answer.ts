import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import type { HousingNeedView } from '#read-models/housing-need/query';

/** An answer to the query of a housing need. */
export const HOUSING_NEED_ANSWER: HousingNeedView = {
  casus: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11',
  reference: 'eva',
  need: {
    rooms: 2,
    stepFree: true,
    lift: false,
    neighbourhoods: ['Zuid'],
    incomeClass: 'low',
    from: localDate('2026-12-01'),
    support: { arranged: true, from: localDate('2026-12-01') },
  },
  describedAt: instant('2026-11-20T11:00:00Z'),
  priority: true,
  steps: [
    {
      step: 'E9',
      owner: 'corporatie',
      state: 'open',
      waitingSince: instant('2026-11-19T10:05:00Z'),
      changesAt: null,
    },
  ],
};
