import { sql, type Migration } from 'kysely';

/** The tables of an inbox, in the schema of its receiver. */
export interface InboxTables {
  /** What was taken. `consumer`: several receivers may share a schema. */
  readonly inbox_taken: {
    readonly consumer: string;
    readonly source: string;
    readonly event: string;
    readonly subject: string;
    readonly sequence: string;
  };
  /** How far each subject has come. */
  readonly inbox_subjects: {
    readonly consumer: string;
    readonly source: string;
    readonly subject: string;
    readonly sequence: string;
  };
  /** What was put aside, with the reason; `received` as it came. */
  readonly inbox_parked: {
    readonly consumer: string;
    readonly place: string;
    readonly reason: string;
    readonly received: string;
  };
}

/** Makes the tables of an inbox; a migration for the schema of the receiver. */
export const inboxMigration = (schema: string): Migration => ({
  async up(db) {
    const table = (name: string) => sql.table(`${schema}.${name}`);
    await sql`create table ${table('inbox_taken')} (
      consumer text collate "C", source text collate "C", event text collate "C",
      subject text collate "C" not null, sequence text collate "C" not null,
      primary key (consumer, source, event))`.execute(db);
    await sql`create table ${table('inbox_subjects')} (
      consumer text collate "C", source text collate "C", subject text collate "C",
      sequence text collate "C" not null,
      primary key (consumer, source, subject))`.execute(db);
    await sql`create table ${table('inbox_parked')} (
      consumer text collate "C", place text collate "C", reason text not null, received text not null,
      primary key (consumer, place))`.execute(db);
  },
});
