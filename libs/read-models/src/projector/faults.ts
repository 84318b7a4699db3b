import type { RecordedEvent } from '#event-sourcing/event';
import type { Position } from '#event-sourcing/position';

/** The log could not be read; trying again may help. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super('the log could not be read', { cause });
    this.name = 'LogUnreadable';
  }
}

/** An event that a projection cannot take. The projection stops before it, for skipping would show something untrue. */
export class PoisonEvent extends Error {
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;

  constructor(
    readonly view: string,
    { type, stream, revision, position }: RecordedEvent,
    cause: unknown,
  ) {
    super(`projection ${view} cannot take ${type} at revision ${revision} of ${stream}`, { cause });
    this.name = 'PoisonEvent';
    this.type = type;
    this.stream = stream;
    this.revision = revision;
    this.position = position;
  }
}

/** Rows that were to be replaced are not there: the tables are not what this projection wrote. */
export class RowsMissing extends Error {
  constructor(table: string, expected: number, found: number) {
    super(`${table} holds ${found} of ${expected} rows that were to be changed`);
    this.name = 'RowsMissing';
  }
}

// Classes of SQLSTATE that say that the rows themselves do not fit: data, integrity, and what does not exist.
const OF_THE_ROWS = /^(22|23|42)/;

/** Whether writing failed for what was written, so that trying again is of no use. */
export const isOfTheRows = (error: unknown): boolean =>
  error instanceof RowsMissing ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && OF_THE_ROWS.test(error.code));
