import { canonicalJson } from '#event-sourcing/canonical-json';
import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { StreamName } from '#event-sourcing/stream-name';

/** SHA-256 of a UTF-8 text, in lower-case hex. */
export type Sha256 = (text: string) => string;

/** What the first event of a stream follows. */
export const NO_HASH = '';

/** The text of an event that its hash covers, without its place in the stream. */
export const hashedContent = ({ id, type, schemaVersion, data, metadata }: ProposedEvent): string =>
  canonicalJson({ id, type, schemaVersion, data, metadata });

/** The text over which the hash of an event is taken: the hash before it, its place, its content; a line each. */
export const chainLink = (previous: string, stream: StreamName, revision: number, content: string): string =>
  `${previous}\n${stream}\n${revision}\n${content}`;

/** The revision of the first event of a whole stream (from revision 0) whose hash does not follow; undefined when all do. */
export function firstBrokenLink(stream: readonly RecordedEvent[], sha256: Sha256): number | undefined {
  let previous = NO_HASH;
  for (const [index, event] of stream.entries()) {
    const expected = sha256(chainLink(previous, event.stream, index, hashedContent(event)));
    if (event.revision !== index || event.hash !== expected) return index;
    previous = event.hash;
  }
  return undefined;
}
