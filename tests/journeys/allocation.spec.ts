import { allocationJourney } from '#tests/journeys/allocation-journey';

describe('a home, over the log', () => {
  allocationJourney(() => Promise.resolve({ environment: {}, close: () => Promise.resolve() }));
});
