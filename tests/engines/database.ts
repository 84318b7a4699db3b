import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database of one spec's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('no PostgreSQL runs for the specs: use the jest project "integration"');
  return url;
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes an empty database on the server of the integration specs. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      // Connections that were just closed may need a moment to go, for which a plain drop waits.
      await onServer(`drop database if exists ${name}`).catch(() =>
        onServer(`drop database if exists ${name} with (force)`),
      );
    },
  };
}
