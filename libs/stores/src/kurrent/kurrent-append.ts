import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { AppendOutcome, AppendRequest, KeptAppend, Placed } from '#event-sourcing/event-store';
import { meets, nextRevision } from '#event-sourcing/expected-revision';
import { chainLink, NO_HASH } from '#event-sourcing/hash-chain';
import { AppendOutcomeUnknown } from '#stores/append-outcome-unknown';
import { allOf, lastOf, written, type KurrentLog, type WrittenKey } from '#stores/kurrent/kurrent-log';
import { positionAt } from '#stores/kurrent/kurrent-position';
import { findKurrentAppend } from '#stores/kurrent/kurrent-read';
import { answeredWithin, refusedByKurrent, stoodElsewhere } from '#stores/kurrent/kurrent-trouble';
import { sha256 } from '#stores/sha256';
import { NO_STREAM, type JSONEventData, type StreamState } from '@kurrent/kurrentdb-client';

/** A request, and the text of each of its events that the hash covers. */
export interface KurrentRequest extends AppendRequest {
  readonly contents: readonly string[];
}

const TRIES = 100;

/** Other writers came first at every try; nothing was written. */
export class StreamContended extends Error {
  constructor(stream: string) {
    super(`${stream} is written by others all the time`);
    this.name = 'StreamContended';
  }
}

function chained({ stream, contents }: KurrentRequest, last: RecordedEvent | undefined): JSONEventData[] {
  let hash = last?.hash ?? NO_HASH;
  let revision = nextRevision(last?.revision ?? 'no-stream');
  return contents.map((content) => {
    hash = sha256(chainLink(hash, stream, revision, content));
    revision += 1;
    const event = JSON.parse(content) as ProposedEvent;
    return written(event.type, { hash, event });
  });
}

/** What a key says of a request that came before; undefined when nothing did. */
function told(kept: KeptAppend | undefined, fingerprint: string): AppendOutcome | undefined {
  if (!kept) return undefined;
  const { fingerprint: before, ...placed } = kept;
  return before === fingerprint ? { outcome: 'repeated', ...placed } : { outcome: 'key-reused' };
}

/** Writes right after `last`, or not at all; undefined when the stream or the key no longer stood as they did. */
async function write(
  log: KurrentLog,
  request: KurrentRequest,
  last: RecordedEvent | undefined,
): Promise<Placed | undefined> {
  const { client, names, answerWithinMs } = log;
  const { stream, contents, idempotency } = request;
  const events = chained(request, last);
  const streamName = names.streamOf(stream);
  // Never `any`: a repeated append under it can be stored twice.
  const expectedState: StreamState = last ? BigInt(last.revision) : NO_STREAM;
  const firstRevision = nextRevision(last?.revision ?? 'no-stream');
  const revision = firstRevision + contents.length - 1;
  const deadline = answerWithinMs;
  try {
    if (!idempotency) {
      const options = { streamState: expectedState, deadline, requiresLeader: true };
      const { position } = await client.appendToStream(streamName, events, options);
      if (!position) throw new TypeError('KurrentDB did not say where an append stands');
      return { stream, firstRevision, revision, position: positionAt(position) };
    }
    const kept: WrittenKey = { stream, firstRevision, revision, fingerprint: idempotency.fingerprint };
    const key = names.keptUnder(idempotency.key);
    const both = client.multiStreamAppend([
      { streamName, events, expectedState },
      { streamName: key, events: [written('Appended', kept)], expectedState: NO_STREAM },
    ]);
    await answeredWithin(answerWithinMs, both);
  } catch (error) {
    if (stoodElsewhere(error)) return undefined;
    throw refusedByKurrent(error) || error instanceof TypeError ? error : new AppendOutcomeUnknown(error);
  }
  const read = client.readStream(streamName, { fromRevision: BigInt(revision), maxCount: 1, requiresLeader: true });
  const [placed] = await allOf(log, read);
  if (!placed?.event?.position) throw new TypeError('KurrentDB did not say where an append stands');
  return { stream, firstRevision, revision, position: positionAt(placed.event.position) };
}

/** Appends one request whole or not at all, as EventStore.append has it. Rejects with StreamContended too. */
export async function appendToKurrent(log: KurrentLog, request: KurrentRequest): Promise<AppendOutcome> {
  const { stream, expected, idempotency } = request;
  const before = async () =>
    idempotency && told(await findKurrentAppend(log, idempotency.key), idempotency.fingerprint);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [last, repeated] = await Promise.all([lastOf(log, stream), before()]);
    if (repeated) return repeated;
    const current = last?.revision ?? 'no-stream';
    // The same request may have been taken between the two reads: then it is what moved the stream.
    if (!meets(expected, current)) return (await before()) ?? { outcome: 'wrong-revision', current };
    const placed = await write(log, request, last);
    if (placed) return { outcome: 'appended', ...placed };
  }
  throw new StreamContended(stream);
}
