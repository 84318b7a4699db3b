import type { RecordedEvent } from '#event-sourcing/event';

/**
 * From events to row changes, purely, so that it can be rebuilt at any time. `version` goes up when rows of the same
 * events would come out differently: the new version is built in new tables beside the old.
 */
export interface Projection<Context, Change> {
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  /** The changes that one event brings. `context` holds what was known before it. */
  project(event: RecordedEvent, context: Context): readonly Change[];
}
