import { casusSummaryView } from '#read-models/casus-summary/projection';
import { dealingsView } from '#read-models/dealings/projection';
import { handoffsView } from '#read-models/handoffs/projection';
import { inboxView } from '#read-models/inbox/projection';
import { nextStepsView } from '#read-models/next-steps/projection';
import { partnersView } from '#read-models/partners/projection';
import type { ViewOver } from '#read-models/projector/view';
import { stallsView } from '#read-models/stalls/projection';
import { timelineView } from '#read-models/timeline/projection';

/** Every view that is projected. */
export const ALL_VIEWS: readonly ViewOver[] = [
  nextStepsView,
  timelineView,
  handoffsView,
  casusSummaryView,
  partnersView,
  stallsView,
  dealingsView,
  inboxView,
];
