import { sql, type Generated } from 'kysely';
import type { Instant } from '#event-sourcing/instant';
import type { Schema } from '#platform/database/migrate';

/** The schema of webhooks: configuration, which is no part of the log. It holds no secret. */
export const WEBHOOKS_SCHEMA: Schema = {
  name: 'webhooks',
  migrations: {
    '0001-subscriptions': {
      async up(db) {
        await sql`create table webhooks.subscriptions (
          id text collate "C" primary key,
          partner text collate "C" not null,
          url text not null,
          types text[],
          place text collate "C" not null,
          state text not null,
          failures integer not null default 0,
          problem text,
          try_at timestamptz not null,
          made_at timestamptz not null,
          round integer not null default 0)`.execute(db);
        await sql`create index on webhooks.subscriptions (partner)`.execute(db);
      },
    },
  },
};

export interface WebhookTables {
  readonly subscriptions: {
    readonly id: string;
    readonly partner: string;
    readonly url: string;
    /** Types of public events; all of them when null. */
    readonly types: readonly string[] | null;
    /** The place in the feed behind what was delivered. */
    readonly place: string;
    readonly state: 'active' | 'parked';
    /** In a row, of the same event. */
    readonly failures: Generated<number>;
    /** Why the latest try failed. */
    readonly problem: string | null;
    readonly try_at: Instant;
    readonly made_at: Instant;
    /** Goes up when the subscriber itself resumes or replays: what is under way then counts no more. */
    readonly round: Generated<number>;
  };
}
