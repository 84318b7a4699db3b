import type { RecordedEvent } from '#event-sourcing/event';
import { categoryOf } from '#event-sourcing/stream-name';
import { readFact, type Fact } from '#casus/fact';
import { readWatchFact, WATCH_CATEGORY } from '#casus/watch/watch-fact';
import type { PublicEvent } from '#messaging/contract/public-event';
import { ASK_AND_PROMISE_SAYINGS } from '#messaging/translate/ask-and-promise-sayings';
import { CASUS_SAYINGS } from '#messaging/translate/casus-sayings';
import { changesSaid } from '#messaging/translate/changes';
import { HANDOFF_SAYINGS } from '#messaging/translate/handoff-sayings';
import { aboutCasus, enveloped } from '#messaging/translate/envelope';
import type { Concerns, Said } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';
import { STEP_SAYINGS } from '#messaging/translate/step-sayings';
import { watchSaid } from '#messaging/translate/watch-sayings';

const SAYINGS = { ...CASUS_SAYINGS, ...STEP_SAYINGS, ...HANDOFF_SAYINGS, ...ASK_AND_PROMISE_SAYINGS };

/** A public event, and what it is about. */
export interface Translated {
  readonly event: PublicEvent;
  readonly concerns: Concerns;
}

type Saying = (fact: Fact, scene: Scene) => readonly Said[];

function factSaid(fact: Fact, scene: Scene): readonly Said[] {
  const sayings: Readonly<Record<string, unknown>> = SAYINGS;
  // The table pairs every type with the function for that very type; the compiler cannot follow the pairing.
  const saying = sayings[fact.type] as Saying | undefined;
  return [...(saying?.(fact, scene) ?? []), ...changesSaid(scene, fact.occurredAt)];
}

/**
 * The public events that one private event leads to, none for most: the only door out. Pure. Throws on an event that
 * this program cannot read (the message holds no value of it).
 */
export function translate(recorded: RecordedEvent, scene: Scene): readonly Translated[] {
  const said =
    categoryOf(recorded.stream) === WATCH_CATEGORY
      ? watchSaid(readWatchFact(recorded), scene)
      : factSaid(readFact(recorded), scene);
  return said.map((one, index) => ({
    event: enveloped(recorded, aboutCasus(scene), one, index),
    concerns: one.concerns,
  }));
}
