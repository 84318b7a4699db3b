import type { CasusSummaryTable } from '#read-models/casus-summary/table';
import type { HandoffsTable } from '#read-models/handoffs/table';
import type { NextStepsTable } from '#read-models/next-steps/table';
import type { PartnersTable } from '#read-models/partners/table';
import type { CheckpointsTable } from '#read-models/projector/checkpoint-table';
import type { TimelineTable } from '#read-models/timeline/table';

/** All tables of the read models. The version of a projection is part of the name of its table. */
export interface ReadTables {
  readonly 'read.checkpoints': CheckpointsTable;
  readonly 'read.next_steps_v1': NextStepsTable;
  readonly 'read.timeline_v1': TimelineTable;
  readonly 'read.handoffs_v1': HandoffsTable;
  readonly 'read.casus_summary_v1': CasusSummaryTable;
  readonly 'read.partners_v1': PartnersTable;
}
