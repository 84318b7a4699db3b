import type { Instant } from '#event-sourcing/instant';

/** A line of a script that cannot be played: where, what code, what was wrong. Nothing personal stands in it. */
export interface BadLine {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** One command of a script. */
export interface ScriptLine {
  readonly line: number;
  readonly do: string;
  /** When it happened. */
  readonly at: Instant;
  /** When it was typed in. */
  readonly recorded: Instant;
  readonly actor: { readonly partner: string; readonly person?: string };
  /** The fields of the command, unchecked; for open-casus those of the head too. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The same at every playing: casus, line, and which one among equal lines it is. */
  readonly key: string;
}

/** A script as it was read: its casus and its commands in the order in which they were recorded. */
export interface Script {
  readonly file: string;
  readonly casus: string;
  /** Where a demo clock stands after playing. */
  readonly now?: Instant;
  /** In which line a field stands that comes from the head. */
  readonly headLines: ReadonlyMap<string, number>;
  readonly lines: readonly ScriptLine[];
}

/** A script with all that was wrong with its form. */
export interface ReadScript {
  readonly script: Script | undefined;
  readonly bad: readonly BadLine[];
}
