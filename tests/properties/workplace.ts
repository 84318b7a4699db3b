import type { Decision } from '#event-sourcing/decider';
import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { execute, load, type FoldedStream } from '#event-sourcing/execute';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { casusDecider, type DecidedEvent } from '#casus/casus-decider';
import { NO_SURROUNDINGS } from '#casus/decide/surroundings';
import { RULES } from '#tests/properties/rules';
import type { Command } from '#casus/commands';
import { readFact, type Fact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
import type { Rejection } from '#casus/rejection';

export const STREAM: StreamName = streamName('casus', '0');

/** How one command went: the decision, the facts it made (as decided, never stored), and where the log stands. */
export interface Given {
  readonly command: Command;
  readonly decision: Decision<DecidedEvent, Rejection>;
  readonly facts: readonly Fact[];
  readonly eventsBefore: number;
  readonly eventsAfter: number;
}

/** One casus in a store of its own, driven by the loop that the product drives it with. */
export interface Casusplace {
  /** What the loop has folded from the store so far. */
  readonly folded: () => Promise<CasusHistory>;
  readonly give: (command: Command) => Promise<Given>;
  readonly stored: () => Promise<readonly RecordedEvent[]>;
}

function proposed(
  event: DecidedEvent,
  { actor, occurredAt, recordedAt }: Command,
  id: string,
): ProposedEvent<DecidedEvent> {
  const { type, schemaVersion, data, onBehalfOf, subjects, responsible } = event;
  const { partner, person } = actor;
  return {
    id,
    type,
    schemaVersion,
    data,
    metadata: {
      commandId: id,
      correlationId: id,
      causationId: id,
      actor: { partner, ...(person !== undefined && { person }), ...(onBehalfOf !== undefined && { onBehalfOf }) },
      occurredAt,
      recordedAt,
      subjects,
      responsible,
    },
  };
}

/** Begins with nothing. */
export function casusplace(store: EventStore = memoryStore(sha256)): Casusplace {
  let folded: FoldedStream<CasusHistory> | undefined;
  let decision: Given['decision'] | undefined;
  let count = 0;
  const alone = casusDecider({ ...NO_SURROUNDINGS, rules: RULES });
  const decider = {
    ...alone,
    decide: (command: Command, history: CasusHistory) => (decision = alone.decide(command, history)),
  };
  const workplace = {
    store,
    cache: { get: () => folded, set: (_stream: StreamName, next: FoldedStream<CasusHistory>) => void (folded = next) },
    read: readFact,
    propose: (event: DecidedEvent, command: Command) => proposed(event, command, `e${count++}`),
  };
  const stored = () => store.readStream(STREAM);

  return {
    folded: async () => (await load(decider, workplace, STREAM)).state,
    stored,
    give: async (command) => {
      const eventsBefore = Number(await store.head());
      const executed = await execute(decider, workplace, { stream: STREAM, command: () => command });
      const eventsAfter = Number(await store.head());
      if (!decision) throw new Error('the loop asked for no decision');
      if (decision.accepted !== (executed.result === 'accepted')) throw new Error(`the loop ended ${executed.result}`);
      const events = decision.accepted ? decision.events : [];
      const facts = events.map((event, index) => {
        const { metadata } = proposed(event, command, '');
        const { type, schemaVersion, data } = event;
        return { type, schemaVersion, data, revision: eventsBefore + index, ...timesAndActor(metadata) } as Fact;
      });
      return { command, decision, facts, eventsBefore, eventsAfter };
    },
  };
}

const timesAndActor = ({ occurredAt, recordedAt, actor }: ProposedEvent['metadata']) => ({
  occurredAt,
  recordedAt,
  actor,
});
