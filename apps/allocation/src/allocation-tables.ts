import type { LocalDate } from '#calendar/local-date';
import type { Category } from '#casus/vocabulary';
import type { Instant } from '#event-sourcing/instant';
import type { HousingProfile } from '#homes/matching/housing-profile';
import type { InboxTables } from '#messaging/inbox/inbox-table';
import type { PlaceTables } from '#messaging/transport/place-table';
import type { CheckpointsTable } from '#read-models/projector/checkpoint-table';
import type { HousingStep } from '#read-models/housing-need/query';
import type { ColumnType, Generated } from 'kysely';

/** A casus in which the corporation has a housing step, as it was last asked. */
interface SearchingTable {
  readonly casus: string;
  readonly reference: Generated<string | null>;
  /** Goes up with every event after which it is to be asked anew; `looked` is up to which it was. */
  readonly wanted: Generated<number>;
  readonly looked: Generated<number>;
  /** When it is to be asked anew without any event, because the calendar changes it. */
  readonly look_again_at: Generated<Instant | null>;
  readonly profile: ColumnType<HousingProfile | null, string | null | undefined, string | null>;
  readonly priority: Generated<boolean>;
}

/** A housing step that is with the corporation. */
interface CandidatesTable {
  readonly casus: string;
  readonly step: string;
  readonly state: HousingStep['state'];
  readonly waiting_since: Instant | null;
}

/** An offer that the corporation has to answer. */
interface OfferedStepsTable {
  readonly casus: string;
  readonly handoff: string;
  readonly step: string;
  readonly sender: string;
  readonly category: Category;
  readonly offered_at: Instant;
  readonly answer_by: LocalDate | null;
  readonly expires_on: LocalDate | null;
}

/** A promise of the corporation that is not kept yet. */
interface PromisesTable {
  readonly casus: string;
  readonly promise: string;
  readonly recipient: string;
  readonly due: LocalDate;
  readonly broken: boolean;
}

/** A housing step of the corporation that the casus said to wait no longer, and when that last was. */
interface ResumedStepsTable {
  readonly casus: string;
  readonly step: string;
  readonly at: Instant;
}

/** The tables of the schema `allocation`. */
export interface AllocationTables extends InboxTables, PlaceTables {
  readonly checkpoints: CheckpointsTable;
  readonly searching: SearchingTable;
  readonly candidates: CandidatesTable;
  readonly offered_steps: OfferedStepsTable;
  readonly promises: PromisesTable;
  readonly resumed_steps: ResumedStepsTable;
}
