import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** An account that may work with what is in a database, and change nothing of its form. */
export interface WorkerAccount {
  readonly url: string;
  /** Removes it; before its database is dropped. */
  remove(): Promise<void>;
}

/** Makes such an account for a database that is up to date. */
export async function workerAccount(databaseUrl: string): Promise<WorkerAccount> {
  const account = `worker_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(databaseUrl);
  url.username = account;
  url.password = account;
  async function run(statements: (schemas: readonly string[]) => readonly string[]): Promise<void> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema)'`,
      );
      for (const statement of statements(rows.map(({ name }) => name))) await client.query(statement);
    } finally {
      await client.end();
    }
  }
  await run((schemas) => [
    `create role ${account} login password '${account}'`,
    ...schemas.flatMap((schema) => [
      `grant usage on schema ${schema} to ${account}`,
      `grant select, insert, update, delete on all tables in schema ${schema} to ${account}`,
      `grant usage on all sequences in schema ${schema} to ${account}`,
    ]),
  ]);
  return {
    url: url.href,
    remove: () => run(() => [`drop owned by ${account}`, `drop role ${account}`]),
  };
}
