import type { RecordedEvent } from '#event-sourcing/event';
import type { Position } from '#event-sourcing/position';

/** An event that cannot be taken. What met it stops before it, for passing over it would show or tell something untrue. */
export class PoisonEvent extends Error {
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;

  /** `by` is what cannot take it. */
  constructor(
    readonly by: string,
    { type, stream, revision, position }: RecordedEvent,
    cause: unknown,
  ) {
    super(`${by} cannot take ${type} at revision ${revision} of ${stream}`, { cause });
    this.name = 'PoisonEvent';
    this.type = type;
    this.stream = stream;
    this.revision = revision;
    this.position = position;
  }
}
