import { Controller, Inject, Module } from '@nestjs/common';
import { sourceOf, type Sender } from '#messaging/contract/cloud-event';
import type { PublicEvent } from '#messaging/contract/public-event';
import { inboxMigration, type InboxTables } from '#messaging/inbox/inbox-table';
import type { EventContext } from '#messaging/transport/event-server';
import { HandlesEvent } from '#messaging/transport/handles-event';
import type { EventSource } from '#messaging/transport/event-source';
import { Receiver, ReceiverModule } from '#messaging/transport/receiver.module';
import { migrate } from '#platform/database/migrate';
import { nestLogger, openLog } from '#platform/logging';
import { freshDatabase } from '#tests/engines/database';
import { NestFactory } from '@nestjs/core';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';

/** Who sends the events of the specs. */
export const SENDER: Sender = { source: sourceOf('00000000000000000000'), api: 'https://aanzet.example' };

const SCHEMA = 'receiver';

/** An effect as it stands in the table of the receiver, in the order in which effects came about. */
export interface HadEffect {
  readonly event: string;
  readonly subject: string;
}

/** Where events come in: what handlers do, what they were offered, and what came of it. */
export interface Desk {
  handle(event: PublicEvent, context: EventContext): Promise<void>;
  /** Does something else first, so many times, with the event of this id. */
  onceFor(event: string, times: number, first: () => Promise<unknown>): void;
  /** The ids in the order in which they were offered, refused tries too. */
  offered(): readonly string[];
  /** All effects, once there are so many. */
  effects(atLeast: number): Promise<readonly HadEffect[]>;
  /** The reasons of what was parked. */
  parked(): Promise<readonly string[]>;
}

const DESK = Symbol('desk');

@Controller()
class DeskController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @HandlesEvent('casus.opened')
  opened(event: PublicEvent<'casus.opened'>, context: EventContext): Promise<void> {
    return this.desk.handle(event, context);
  }
}

@Module({})
class DeskModule {}

function deskOn(db: Kysely<InboxTables>): Desk {
  const offered: string[] = [];
  const instead = new Map<string, { left: number; first: () => Promise<unknown> }>();
  return {
    async handle({ id, subject }, { trx }) {
      offered.push(id);
      const other = instead.get(id);
      if (other && other.left > 0) {
        other.left -= 1;
        await other.first();
      }
      await sql`insert into receiver.effects (event, subject) values (${id}, ${subject})`.execute(trx);
    },
    onceFor: (event, times, first) => instead.set(event, { left: times, first }),
    offered: () => offered,
    async effects(atLeast) {
      for (;;) {
        const { rows } = await sql<HadEffect>`select event, subject from receiver.effects order by n`.execute(db);
        if (rows.length >= atLeast) return rows;
      }
    },
    async parked() {
      const rows = await db.withSchema(SCHEMA).selectFrom('inbox_parked').select('reason').execute();
      return rows.map(({ reason }) => reason);
    },
  };
}

/** A service that handles events at a desk, in a database of its own. */
export interface OpenReceiving {
  readonly desk: Desk;
  /** Starts one more process of it, as it were. */
  start(source: EventSource): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

export async function openReceiving(): Promise<OpenReceiving> {
  const database = await freshDatabase();
  const pool = new Pool({ connectionString: database.url, max: 12 });
  const db = new Kysely<InboxTables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db, [{ name: SCHEMA, migrations: { '0001-inbox': inboxMigration(SCHEMA) } }]);
  await sql`create table receiver.effects (n bigint generated always as identity, event text, subject text)`.execute(
    db,
  );
  const desk = deskOn(db);
  const log = openLog('silent');
  const logger = nestLogger(log);
  const running = new Set<{ close(): Promise<void> }>();
  return {
    desk,
    async start(source) {
      const handlers = {
        module: DeskModule,
        controllers: [DeskController],
        providers: [{ provide: DESK, useValue: desk }],
      };
      const inbox = { db, schema: SCHEMA, consumer: 'desk', sources: [SENDER.source] };
      const receiver = new Receiver({ source, inbox, log, logger, handlers });
      const options = { logger };
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest takes literals here
      const app = await NestFactory.createApplicationContext(ReceiverModule.of(receiver), options);
      const one = {
        async close() {
          running.delete(one);
          await app.close();
        },
      };
      running.add(one);
      return one;
    },
    async close() {
      for (const one of running) await one.close();
      await db.destroy();
      await database.drop();
    },
  };
}
