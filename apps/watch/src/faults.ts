import type { RecordedEvent } from '#event-sourcing/event';

/** Other writers came first at every try. */
export class Contended extends Error {
  constructor(stream: string) {
    super(`${stream} is written by others all the time`);
    this.name = 'Contended';
  }
}

/** An event of a casus, or of what is on record of it, that this program cannot read: its casus cannot be watched. */
export class UnreadableEvent extends Error {
  readonly type: string;
  readonly stream: string;
  readonly revision: number;

  constructor({ type, stream, revision }: RecordedEvent, cause: unknown) {
    super(`the watch cannot read ${type} at revision ${revision} of ${stream}`, { cause });
    this.name = 'UnreadableEvent';
    this.type = type;
    this.stream = stream;
    this.revision = revision;
  }
}
