import type { EventStore } from '#event-sourcing/event-store';
import { startApp, type Program } from '#tests/bench/programs/program';
import { readSession } from '#tests/integration/read-session';
import { Client } from 'pg';

/** The services of a town, each a process of its own, on one database. */
export interface TownServices {
  readonly store: EventStore;
  /** Where a service is reached. */
  url(app: string): string;
  close(): Promise<void>;
}

/** Starts these apps in their order; those that follow are told where those before are reached. */
export async function townServices(
  apps: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<TownServices> {
  const session = await readSession();
  const programs = new Map<string, Program>();
  const addresses: Record<string, string> = {};
  for (const app of apps) {
    const program = await startApp(app, { DATABASE_URL: session.url, ...environment, ...addresses });
    programs.set(app, program);
    addresses[`AANZET_${app.toUpperCase()}_URL`] = program.url;
  }
  return {
    store: session.store,
    url: (app) => programs.get(app)?.url ?? '',
    async close() {
      for (const program of [...programs.values()].reverse()) await program.stop();
      const client = new Client({ connectionString: session.url });
      await client.connect();
      await client.query(`drop database if exists ${new URL(session.url).pathname.slice(1)}_allocation with (force)`);
      await client.end();
      await session.close();
    },
  };
}
