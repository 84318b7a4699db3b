import { openPostgresStore } from '#stores/postgres/postgres-store';
import { openKurrentStore } from '#stores/kurrent/kurrent-store';
import { Trouble } from '#home/trouble';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import type { ReadDatabase } from '#read-models/read-database';

/** A log that is open. */
export interface OpenStore extends EventStore {
  close(): Promise<void>;
}

/** Where the log is: in the database itself, or in KurrentDB. */
export interface LogWhereabouts {
  /** The database that holds the read models. */
  readonly url: string;
  /** Such as `kurrentdb://127.0.0.1:2113?tls=false`. */
  readonly kurrent?: string | undefined;
}

/** A KurrentDB as it may be spoken of: its nodes, without account and password. */
const spokenOf = (url: string): string =>
  url
    .replace(/^[^/]*\/\//, '')
    .replace(/^[^/?]*@/, '')
    .replace(/[/?].*$/, '');

/**
 * Opens the log. Throws a Trouble on a KurrentDB that does not answer; PostgreSQL was asked before. The first answer of a
 * KurrentDB takes a while, so that no request has to wait for it.
 */
export async function openStore({ url, kurrent }: LogWhereabouts): Promise<OpenStore> {
  if (kurrent === undefined) return openPostgresStore({ url });
  let store: OpenStore | undefined;
  try {
    store = openKurrentStore({ url: kurrent });
    await store.head();
    return store;
  } catch (error) {
    await store?.close();
    throw new Trouble(
      `the KurrentDB ${spokenOf(kurrent)} does not answer: start it, put KURRENTDB_URL right, or leave that out to keep the log in PostgreSQL`,
      error,
    );
  }
}

/**
 * Throws a Trouble when what was computed in this database came from a log of the other kind: positions of one mean
 * nothing in the other, and views would be silently left as they are.
 */
export async function assertViewsOfLog(db: ReadDatabase, { kurrent }: LogWhereabouts): Promise<void> {
  const rows = await db.selectFrom('read.checkpoints').select('position').where('position', '<>', BEGINNING).execute();
  const counted = rows.some(({ position }) => position.length === BEGINNING.length);
  const ofKurrent = rows.some(({ position }) => position.length > BEGINNING.length);
  if (kurrent !== undefined && counted) {
    throw new Trouble(
      'the views of this database were made from a log in PostgreSQL, and KURRENTDB_URL names another: leave that out, or name an empty database',
    );
  }
  if (kurrent === undefined && ofKurrent) {
    throw new Trouble(
      'the views of this database were made from a log in KurrentDB: name it in KURRENTDB_URL, or name an empty database',
    );
  }
}
