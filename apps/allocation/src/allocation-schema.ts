import { inboxMigration } from '#messaging/inbox/inbox-table';
import { placesMigration } from '#messaging/transport/place-table';
import { checkpointsMigrationIn } from '#read-models/projector/checkpoint-table';
import { sql, type Migration } from 'kysely';

export const SCHEMA = 'allocation';

const tables: Migration = {
  async up(db) {
    await sql`create table allocation.searching (
      casus text collate "C" primary key, reference text,
      wanted integer not null default 1, looked integer not null default 0, look_again_at timestamptz,
      profile jsonb, priority boolean not null default false)`.execute(db);
    await sql`create table allocation.candidates (
      casus text collate "C", step text collate "C", state text not null, waiting_since timestamptz,
      primary key (casus, step))`.execute(db);
    await sql`create table allocation.offered_steps (
      casus text collate "C", handoff text collate "C", step text not null, sender text not null, category text not null,
      offered_at timestamptz not null, answer_by date, expires_on date,
      primary key (casus, handoff))`.execute(db);
    await sql`create table allocation.promises (
      casus text collate "C", promise text collate "C", recipient text not null, due date not null,
      broken boolean not null,
      primary key (casus, promise))`.execute(db);
    await sql`create table allocation.refused_answers (
      event text collate "C", command text collate "C", casus text not null, about text not null,
      code text not null, at timestamptz not null,
      primary key (event, command))`.execute(db);
  },
};

// What was refused is in the log.
const resumedSteps: Migration = {
  async up(db) {
    await sql`drop table allocation.refused_answers`.execute(db);
    await sql`create table allocation.resumed_steps (
      casus text collate "C", step text collate "C", at timestamptz not null,
      primary key (casus, step))`.execute(db);
  },
};

// How far a feed was taken was a checkpoint before.
const places: Migration = {
  async up(db) {
    await placesMigration(SCHEMA).up(db);
    await sql`insert into allocation.places (name, position)
      select name, position from allocation.checkpoints where name like 'feed %'`.execute(db);
    await sql`delete from allocation.checkpoints where name like 'feed %'`.execute(db);
  },
};

/** What the allocation service keeps besides its log. */
export const ALLOCATION_SCHEMA = {
  name: SCHEMA,
  migrations: {
    '0001-checkpoints': checkpointsMigrationIn(SCHEMA),
    '0002-inbox': inboxMigration(SCHEMA),
    '0003-tables': tables,
    '0004-resumed-steps': resumedSteps,
    '0005-places': places,
  },
};
