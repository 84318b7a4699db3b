import { asJson } from '#event-sourcing/canonical-json';
import type { Decider, Folding } from '#event-sourcing/decider';
import type { DomainEvent, PlacedEvent, ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { EventStore, IdempotencyKey, Placed } from '#event-sourcing/event-store';
import type { CurrentRevision } from '#event-sourcing/expected-revision';
import type { StreamName } from '#event-sourcing/stream-name';

/** A state and the revision up to which it was folded. A baseline: an append still states the revision it expects. */
export interface FoldedStream<State> {
  readonly revision: CurrentRevision;
  readonly state: State;
}

/** Where folded states may be kept between commands. Losing one costs time, never truth. */
export interface StateCache<State> {
  get(stream: StreamName): FoldedStream<State> | undefined;
  set(stream: StreamName, folded: FoldedStream<State>): void;
}

/** What folding a stream needs: the log, and how a stored event becomes a fact. */
export interface Archive<State, Fact> {
  readonly store: EventStore;
  readonly cache?: StateCache<State>;
  readonly read: (event: RecordedEvent) => Fact;
}

/** What the loop needs besides the decider: the archive, and how a decided event becomes a proposal. */
export interface Workplace<Command, State, Fact, E extends DomainEvent> extends Archive<State, Fact> {
  /** Also reads what was just appended. */
  readonly read: (event: PlacedEvent) => Fact;
  readonly propose: (event: E, command: Command) => ProposedEvent<E>;
}

/** One command for one stream. `ifRevision` is what the client saw; a stale one is never retried. */
export interface Order<Command, State> {
  readonly stream: StreamName;
  readonly ifRevision?: number;
  readonly idempotency?: IdempotencyKey;
  /** The command, given where the stream stands now; called anew at every try. */
  readonly command: (folded: FoldedStream<State>) => Command;
}

/** How a command ended. `contended`: other writers came first at every try; nothing was written. */
export type Executed<Rejection> =
  | ({ readonly result: 'accepted' | 'repeated' } & Placed)
  | { readonly result: 'rejected'; readonly rejection: Rejection }
  | { readonly result: 'stale'; readonly current: CurrentRevision }
  | { readonly result: 'key-reused' }
  | { readonly result: 'contended' };

const PAGE = 500;
const TRIES = 4;

/** Folds a stream to its end, or up to and including a revision, from the cached state on if there is one to go on from. */
export async function load<State, Fact>(
  folding: Folding<State, Fact>,
  { store, cache, read }: Archive<State, Fact>,
  stream: StreamName,
  until = Infinity,
): Promise<FoldedStream<State>> {
  const kept = cache?.get(stream);
  const isBeyond = kept !== undefined && kept.revision !== 'no-stream' && kept.revision > until;
  let { revision, state }: FoldedStream<State> =
    kept && !isBeyond ? kept : { revision: 'no-stream', state: folding.initialState };
  for (;;) {
    const from: number = revision === 'no-stream' ? 0 : revision + 1;
    const limit = Math.min(PAGE, until - from + 1);
    const page: readonly RecordedEvent[] = limit > 0 ? await store.readStream(stream, { from, limit }) : [];
    for (const event of page) {
      state = folding.evolve(state, read(event));
      revision = event.revision;
    }
    if (page.length < PAGE) break;
  }
  if (!isBeyond) cache?.set(stream, { revision, state });
  return { revision, state };
}

/** Keeps how a stream stands after one's own events, so that whoever comes next need not read them. */
function keepOwn<Command, State, Fact, E extends DomainEvent>(
  folding: Folding<State, Fact>,
  { cache, read }: Workplace<Command, State, Fact, E>,
  before: FoldedStream<State>,
  proposals: readonly ProposedEvent<E>[],
  { stream, firstRevision, revision }: Placed,
): void {
  if (!cache) return;
  // As the log gives them back, so that it makes no difference who wrote them.
  const stored = asJson(proposals) as readonly ProposedEvent[];
  const state = stored.reduce(
    (so, event, n) => folding.evolve(so, read({ ...event, stream, revision: firstRevision + n })),
    before.state,
  );
  cache.set(stream, { revision, state });
}

/** Decides by a state and appends; undefined when somebody else came first. */
async function tryOnce<Command, State, Fact, E extends DomainEvent, Rejection>(
  decider: Decider<Command, State, Fact, E, Rejection>,
  workplace: Workplace<Command, State, Fact, E>,
  { stream, ifRevision, idempotency, command: commandAt }: Order<Command, State>,
  folded: FoldedStream<State>,
): Promise<Executed<Rejection> | undefined> {
  if (ifRevision !== undefined && ifRevision !== folded.revision) return { result: 'stale', current: folded.revision };
  const command = commandAt(folded);
  const decision = decider.decide(command, folded.state);
  if (!decision.accepted) return { result: 'rejected', rejection: decision.rejection };
  const events = decision.events.map((event) => workplace.propose(event, command));
  const [outcome] = await workplace.store.append([
    { stream, expected: folded.revision, events, ...(idempotency && { idempotency }) },
  ]);
  switch (outcome?.outcome) {
    case 'appended':
      keepOwn(decider, workplace, folded, events, outcome);
      return { ...outcome, result: 'accepted' };
    case 'repeated':
      return { ...outcome, result: 'repeated' };
    case 'key-reused':
      return { result: 'key-reused' };
    case 'wrong-revision':
      return ifRevision === undefined ? undefined : { result: 'stale', current: outcome.current };
    case undefined:
      throw new Error(`the store gave no outcome for an append to ${stream}`);
  }
}

/**
 * Load, decide, append. Without `ifRevision` the whole decision is taken again on a conflict, at most three times. Before
 * that it is taken by the state that was kept, without a look at the log: the append finds out whether that still holds,
 * and nothing is refused by it.
 */
export async function execute<Command, State, Fact, E extends DomainEvent, Rejection>(
  decider: Decider<Command, State, Fact, E, Rejection>,
  workplace: Workplace<Command, State, Fact, E>,
  order: Order<Command, State>,
): Promise<Executed<Rejection>> {
  const { stream, idempotency } = order;
  if (idempotency) {
    const kept = await workplace.store.findAppend(idempotency.key);
    if (kept && kept.fingerprint !== idempotency.fingerprint) return { result: 'key-reused' };
    if (kept) return { ...kept, result: 'repeated' };
  }
  const kept = workplace.cache?.get(stream);
  const first = kept && (await tryOnce(decider, workplace, order, kept));
  if (first && first.result !== 'rejected' && first.result !== 'stale') return first;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = await tryOnce(decider, workplace, order, await load(decider, workplace, stream));
    if (done) return done;
  }
  return { result: 'contended' };
}
