import type { ProposedEvent } from '#event-sourcing/event';

/** A store under load. */
export interface OpenContender {
  /** Appends one event to a stream that holds `revision` events. */
  readonly append: (events: readonly ProposedEvent[], stream: string, revision: number) => Promise<unknown>;
  /** Appends several in one transaction; absent where there is no such thing. */
  readonly appendMany?: (events: readonly ProposedEvent[], stream: string, revision: number) => Promise<unknown>;
  /** Counts what was kept. */
  readonly count: string;
  /** Follows the log from its beginning, telling the command id of every event that comes; absent where there is no such thing. */
  follow?(seen: (commandId: string) => void): { stop(): Promise<unknown> };
  close(): Promise<unknown>;
}

/** Something to measure, opened on an empty database with as many connections as there are writers. */
export interface Contender {
  readonly name: string;
  open(url: string, connections: number): Promise<OpenContender>;
}
