import type { CasusSummaryTable } from '#read-models/casus-summary/table';
import type { DealingsTable } from '#read-models/dealings/table';
import type { HandoffsTable } from '#read-models/handoffs/table';
import type { InboxCourseTable, InboxMarksTable, InboxTable } from '#read-models/inbox/table';
import type { NextStepsTable } from '#read-models/next-steps/table';
import type { PartnersTable } from '#read-models/partners/table';
import type { CheckpointsTable } from '#read-models/projector/checkpoint-table';
import type { InvolvedTable, StallCausesTable, StallsTable } from '#read-models/stalls/table';
import type { TimelineTable } from '#read-models/timeline/table';
import type { WatchAgendaTable } from '#read-models/watch/agenda-table';

/** All tables of the read models. The version of a projection is part of the name of its table. */
export interface ReadTables {
  readonly 'read.checkpoints': CheckpointsTable;
  readonly 'read.next_steps_v1': NextStepsTable;
  readonly 'read.timeline_v1': TimelineTable;
  readonly 'read.handoffs_v1': HandoffsTable;
  readonly 'read.casus_summary_v1': CasusSummaryTable;
  readonly 'read.partners_v1': PartnersTable;
  readonly 'read.dealings_v1': DealingsTable;
  readonly 'read.stalls_v1': StallsTable;
  readonly 'read.stall_causes_v1': StallCausesTable;
  readonly 'read.involved_v1': InvolvedTable;
  readonly 'read.inbox_v1': InboxTable;
  readonly 'read.inbox_course_v1': InboxCourseTable;
  readonly 'read.inbox_marks_v1': InboxMarksTable;
  readonly 'read.watch_agenda_v1': WatchAgendaTable;
}
