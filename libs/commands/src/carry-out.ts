import { canonicalJson } from '#event-sourcing/canonical-json';
import type { DomainEvent } from '#event-sourcing/event';
import { execute, load } from '#event-sourcing/execute';
import type { PartnerKind } from '#partners/partner-kind';
import { answerOf } from '#commands/answer';
import { attempt, keyOf, type Attempt } from '#commands/attempt';
import type { CommandDeps, Done, Handled, Warning } from '#commands/command-order';
import { namedPartners } from '#commands/form/named-partners';
import { addressed, parseAddressed, type Addressed, type Parsed } from '#commands/parse-command';
import * as refusals from '#commands/refusal';
import type { Fields, Job, StoredEvent, Trade } from '#commands/trade';

/** A command that was checked as far as that goes without the state of its stream. */
interface Checked {
  readonly given: Addressed;
  readonly parsed: Parsed<Fields>;
  /** Undefined when the acting partner is not in the directory. */
  readonly kind: PartnerKind | undefined;
  /** The first partner that it names and that is not in the directory. */
  readonly stranger: string | undefined;
}

async function check({ partners }: CommandDeps, { line, order }: Job): Promise<Checked> {
  const { fields, address, actor } = order;
  const given = address ? { address, body: fields } : addressed(line, fields);
  let stranger: string | undefined;
  for (const partner of namedPartners(line.body, given.body)) {
    if (!(await partners.find(partner))) stranger ??= partner;
  }
  const kind = actor.kind ?? (await partners.find(actor.partner))?.kind;
  return { given, parsed: parseAddressed(line, given), kind, stranger };
}

/** What is wrong with a command that cannot be attempted: the first in the order unknown, input, forbidden. */
async function refusedBefore<Command, State, Fact, E extends DomainEvent, Rejection>(
  trade: Trade<Command, State, Fact, E, Rejection>,
  { line, stream, order }: Job,
  { given, parsed, stranger }: Checked,
  { workplace, command }: Attempt<Command, State, Fact, E>,
): Promise<refusals.Refused> {
  const folded = await load(trade.decider, workplace, stream);
  const missing = trade.missing(folded.state, line.do, stream, given.address);
  if (missing) return missing;
  if (stranger !== undefined) return refusals.partnerUnknown(stranger);
  if (!parsed.fits) return refusals.fieldsInvalid(parsed.errors);
  const decision = trade.decider.decide(command(parsed.fields, 'other')(folded), folded.state);
  const refusal = decision.accepted ? undefined : trade.refusal(decision.rejection);
  const goesBefore = refusal?.kind === 'unknown' || refusal?.kind === 'input';
  return goesBefore ? refusal : refusals.actorUnknown(order.actor.partner);
}

/**
 * Checks, decides and appends one command. Refusals are looked for in the order unknown (404), input (400),
 * forbidden (403), conflict (409); nothing refused leaves an event.
 */
export async function carryOut<Command, State, Fact, E extends DomainEvent, Rejection>(
  deps: CommandDeps,
  trade: Trade<Command, State, Fact, E, Rejection>,
  job: Job,
): Promise<Handled> {
  const { line, stream, target, order } = job;
  const checked = await check(deps, job);
  const { given, parsed, kind, stranger } = checked;
  const attempted = attempt(deps, trade, job);
  if (!parsed.fits || kind === undefined || stranger !== undefined) {
    return refusedBefore(trade, job, checked, attempted);
  }
  const { workplace, command, proposed } = attempted;
  const key = keyOf(job);
  const fingerprint = () => deps.sha256(canonicalJson({ do: line.do, target, fields: parsed.fields }));
  const executed = await execute(trade.decider, workplace, {
    stream,
    ...(order.ifRevision !== undefined && { ifRevision: order.ifRevision }),
    ...(key !== undefined && { idempotency: { key, fingerprint: fingerprint() } }),
    command: command(parsed.fields, kind),
  });
  switch (executed.result) {
    case 'rejected':
      return trade.refusal(executed.rejection);
    case 'stale': {
      const { state } = await load(trade.decider, workplace, stream);
      return trade.missing(state, line.do, stream, given.address) ?? refusals.revisionStale(executed.current);
    }
    case 'key-reused':
      return refusals.keyReused;
    case 'contended':
      return refusals.contended;
    case 'accepted':
      return done(executed, false, proposed());
    case 'repeated': {
      const { firstRevision: from, revision } = executed;
      return done(executed, true, await deps.store.readStream(executed.stream, { from, limit: revision - from + 1 }));
    }
  }

  /** By the state right after the events: so that the same command again is warned of the same. */
  async function warnings(
    placed: Extract<typeof executed, { revision: number }>,
    events: readonly StoredEvent[],
  ): Promise<readonly Warning[]> {
    if (!line.warns || !trade.warnings) return [];
    const { state } = await load(trade.decider, workplace, placed.stream, placed.revision);
    return trade.warnings(state, events);
  }

  async function done(
    placed: Extract<typeof executed, { revision: number }>,
    repeated: boolean,
    events: readonly StoredEvent[],
  ): Promise<Done> {
    const state = async () => (await load(trade.decider, workplace, placed.stream)).state;
    const head = await trade.head(placed.stream, events, state);
    const warned = await warnings(placed, events);
    const answer = answerOf(line, head, placed.revision, events, warned);
    return { result: 'done', repeated, revision: placed.revision, position: placed.position, answer, warnings: warned };
  }
}
