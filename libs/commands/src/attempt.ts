import { v5 } from 'uuid';
import type { Actor, DomainEvent, ProposedEvent } from '#event-sourcing/event';
import type { FoldedStream, Workplace } from '#event-sourcing/execute';
import { type Instant, later, plusMs } from '#event-sourcing/instant';
import { TOLERANCE_MS } from '#partners/entry-times';
import type { PartnerKind } from '#partners/partner-kind';
import type { CommandDeps } from '#commands/command-order';
import type { Context, Fields, Job, Trade } from '#commands/trade';

/** The namespace of the ids of commands that came with a key of their own. */
const COMMANDS = 'c1f1f6d4-38a5-4d0c-8f3e-2f7d9b6c0a57';

/** The key of a command as the store keeps it: one's own per partner. */
export const keyOf = ({ order }: Job): string | undefined =>
  order.idempotencyKey === undefined ? undefined : `${order.actor.partner} ${order.idempotencyKey}`;

/** Whether a command was carried out before, under the key that it comes with again. */
export async function wasDone({ store }: CommandDeps, job: Job): Promise<boolean> {
  const key = keyOf(job);
  return key !== undefined && (await store.findAppend(key)) !== undefined;
}

/** The tries of one command: the command as it is given to the decision, and the events that the last try proposed. */
export interface Attempt<Command, State, Fact, E extends DomainEvent> {
  readonly workplace: Workplace<Command, State, Fact, E>;
  readonly command: (fields: Fields, kind: PartnerKind) => (folded: FoldedStream<State>) => Command;
  readonly proposed: () => readonly ProposedEvent<E>[];
}

/** A clock that runs a little ahead is forgiven: what it says is cut, so that nothing ever lies ahead of its recording. */
const forgiven = (occurredAt: Instant, recordedAt: Instant): Instant =>
  occurredAt > recordedAt && occurredAt <= plusMs(recordedAt, TOLERANCE_MS) ? recordedAt : occurredAt;

/**
 * With a key of its own, a command and its events have the same ids every time. What is recorded is never earlier than
 * what the stream holds, though the clock may run behind.
 */
export function attempt<Command, State, Fact, E extends DomainEvent, Rejection>(
  deps: CommandDeps,
  trade: Trade<Command, State, Fact, E, Rejection>,
  job: Job,
): Attempt<Command, State, Fact, E> {
  const { line, stream, order } = job;
  const { partner, person } = order.actor;
  const key = keyOf(job);
  const commandId = key === undefined ? deps.newId() : v5(key, COMMANDS);
  const { correlationId = commandId, causationId = commandId } = order;
  let times: Pick<Context, 'occurredAt' | 'recordedAt'> | undefined;
  let proposed: ProposedEvent<E>[] = [];

  function propose(event: E): ProposedEvent<E> {
    if (!times) throw new Error('an event was proposed before its command');
    const { onBehalfOf, ...about } = trade.about(event, stream);
    const actor: Actor = {
      partner,
      ...(person !== undefined && { person }),
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    };
    const proposal: ProposedEvent<E> = {
      id: v5(String(proposed.length), commandId),
      type: event.type,
      schemaVersion: event.schemaVersion,
      data: event.data,
      metadata: { commandId, actor, ...times, correlationId, causationId, ...about },
    };
    proposed.push(proposal);
    return proposal;
  }

  return {
    workplace: { store: deps.store, read: trade.read, propose, ...(trade.cache && { cache: trade.cache }) },
    command:
      ({ at, ...fields }, kind) =>
      ({ state }) => {
        const before = trade.lastRecordedAt(state);
        const recordedAt = before === undefined ? order.now : later(order.now, before);
        // `at` was read as an instant by the form of its field.
        times = { occurredAt: forgiven((at ?? recordedAt) as Instant, recordedAt), recordedAt };
        proposed = [];
        return trade.commandOf(line.do, fields, { actor: { partner, person, kind }, ...times }, stream);
      },
    proposed: () => proposed,
  };
}
