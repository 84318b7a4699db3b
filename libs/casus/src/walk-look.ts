import type { Instant } from '#event-sourcing/instant';
import type { Scene, StepScene } from '#casus/stalls/scene';

/** What an earlier look at a step leaves to a later one: since when what holds has held, and until when it must. */
export interface Memory extends StepScene {
  readonly moveKey: string | undefined;
  /** The next instant at which the step changes by itself. */
  readonly turnsAt: Instant | undefined;
}

/** A look at a casus: its scene, with what it leaves to the next. */
export interface Look extends Scene {
  readonly steps: ReadonlyMap<string, Memory>;
  /** The steps that were looked at; the others stand as they stood at the look before. */
  readonly stirred: ReadonlySet<string>;
  /** The next instant at which a step changes by itself. */
  readonly turnsAt: Instant | undefined;
}
