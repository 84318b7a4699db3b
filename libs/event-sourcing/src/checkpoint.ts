import type { Position } from '#event-sourcing/position';

/** How far a named reader of the log has come. `advance` is a compare-and-set: false when another got there first. */
export interface Checkpoints {
  load(name: string): Promise<Position>;
  advance(name: string, from: Position, to: Position): Promise<boolean>;
}
