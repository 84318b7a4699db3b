import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { chainLink, hashedContent, NO_HASH, type Sha256 } from '#event-sourcing/hash-chain';
import { BEGINNING } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';

/** What a look at the whole log found. `broken`: the first event of each stream whose hash does not follow. */
export interface VerifiedLog {
  readonly events: number;
  readonly streams: number;
  readonly broken: readonly Pick<RecordedEvent, 'stream' | 'revision' | 'position'>[];
}

interface Link {
  readonly revision: number;
  readonly hash: string;
}

const PAGE = 1000;

/** Checks the hash chain of every stream, from the beginning of the log to its end. It keeps one hash per stream. */
export async function verifyLog({ readAll }: Pick<EventStore, 'readAll'>, sha256: Sha256): Promise<VerifiedLog> {
  const last = new Map<StreamName, Link>();
  const broken = new Map<StreamName, VerifiedLog['broken'][number]>();
  let events = 0;
  for (let after = BEGINNING, end = false; !end;) {
    const page = await readAll({ after, limit: PAGE });
    for (const event of page.events) {
      events += 1;
      const { stream, revision, position, hash } = event;
      const before = last.get(stream) ?? { revision: -1, hash: NO_HASH };
      const expected = sha256(chainLink(before.hash, stream, before.revision + 1, hashedContent(event)));
      if (!broken.has(stream) && (revision !== before.revision + 1 || hash !== expected)) {
        broken.set(stream, { stream, revision, position });
      }
      last.set(stream, { revision, hash });
    }
    ({ position: after, end } = page);
  }
  return { events, streams: last.size, broken: [...broken.values()] };
}
