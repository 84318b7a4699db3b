import type { RecordedEvent } from '#event-sourcing/event';
import type { Position } from '#event-sourcing/position';

/** The log could not be read; trying again may help. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super('the log could not be read', { cause });
    this.name = 'LogUnreadable';
  }
}

/** An event that cannot be translated. The relay stops before it: skipping would tell partners something untrue. */
export class PoisonEvent extends Error {
  readonly type: string;
  readonly position: Position;

  constructor({ type, position }: RecordedEvent, cause: unknown) {
    super(`the relay cannot take ${type} at position ${position}`, { cause });
    this.name = 'PoisonEvent';
    this.type = type;
    this.position = position;
  }
}
