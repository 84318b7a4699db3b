import { casusSummaryMigration } from '#read-models/casus-summary/table';
import { dealingsMigration } from '#read-models/dealings/table';
import { handoffsMigration } from '#read-models/handoffs/table';
import { inboxMigration } from '#read-models/inbox/table';
import { nextStepsMigration } from '#read-models/next-steps/table';
import { partnersMigration } from '#read-models/partners/table';
import { checkpointsMigration } from '#read-models/projector/checkpoint-table';
import { stallsMigration } from '#read-models/stalls/table';
import { timelineMigration } from '#read-models/timeline/table';
import { watchAgendaMigration } from '#read-models/watch/agenda-table';
import type { Migration } from 'kysely';

/** The tables of the read models, by name of migration. A new version of a projection adds a line; none is changed. */
export const readModelMigrations: Record<string, Migration> = {
  '0001-checkpoints': checkpointsMigration,
  '0002-next-steps-v1': nextStepsMigration,
  '0003-timeline-v1': timelineMigration,
  '0004-handoffs-v1': handoffsMigration,
  '0005-casus-summary-v1': casusSummaryMigration,
  '0006-partners-v1': partnersMigration,
  '0007-stalls-v1': stallsMigration,
  '0008-watch-agenda-v1': watchAgendaMigration,
  '0009-dealings-v1': dealingsMigration,
  '0010-inbox-v1': inboxMigration,
};
