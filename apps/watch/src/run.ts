import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WatchModule } from '#apps/watch/src/watch.module';
import { nestLogger, openLog } from '#platform/logging';
import { systemClock } from '#platform/system-clock';
import { readSettings } from '#platform/settings';
import { migrate, READ_SCHEMA } from '#read-models/migrate';
import { openReadDatabase } from '#read-models/read-database';
import { LOG_SCHEMA, logMigrations } from '#stores/postgres/log-migrations';
import { openPostgresStore } from '#stores/postgres/postgres-store';

/** A watch of its own on the database of DATABASE_URL. `close` ends it and lets go of its connections. */
export interface RunningWatch {
  readonly context: INestApplicationContext;
  close(): Promise<void>;
}

/** The service cannot run without a database of its own. */
export class DatabaseNotNamed extends Error {
  constructor() {
    super('DATABASE_URL is missing: name the PostgreSQL that holds the log and the read models');
    this.name = 'DatabaseNotNamed';
  }
}

/** Starts the service. Throws WrongSettings, DatabaseNotNamed, SchemaNewerThanProgram, and what the database throws. */
export async function runWatch(environment: Readonly<Record<string, string | undefined>>): Promise<RunningWatch> {
  const settings = readSettings(environment);
  const url = settings.DATABASE_URL;
  if (url === undefined) throw new DatabaseNotNamed();
  const log = openLog(settings.AANZET_LOG_LEVEL);
  const db = openReadDatabase({ url });
  const store = openPostgresStore({ url });
  const release = async () => {
    await store.close();
    await db.destroy();
  };
  try {
    await migrate(db, [{ name: LOG_SCHEMA, migrations: logMigrations }, READ_SCHEMA]);
    const module = WatchModule.register({ store, db, clock: systemClock, log });
    const options = { logger: nestLogger(log), abortOnError: false };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares these options as a class, and reads a record
    const context = await NestFactory.createApplicationContext(module, options);
    return {
      context,
      async close() {
        await context.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
