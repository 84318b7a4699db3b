import type { RecordedEvent, ProposedEvent } from '#event-sourcing/event';
import { later, plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { appendRandomCasus } from '#tests/integration/random-casus';
import type { Chance } from '#tests/properties/chance';
import { randomPartnerFacts } from '#tests/properties/commands/random-partners';
import { FIRST_MOMENT } from '#tests/properties/commands/times';

/** Something that will be told: when, an event, and where it goes. */
export interface ToTell {
  readonly at: Instant;
  readonly stream: StreamName;
  readonly event: ProposedEvent;
}

const inOrder = (a: ToTell, b: ToTell): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

const DAY = 86_400_000;

/** When each event of a casus reaches the log: now and then the line is down for days, and all that waited comes at once. */
function arriving(chance: Chance) {
  const lines = new Map<StreamName, { readonly lag: number; readonly last: Instant }>();
  return ({ stream, metadata }: RecordedEvent): Instant => {
    const { lag, last } = lines.get(stream) ?? { lag: 0, last: metadata.recordedAt };
    const now = chance.happens(0.3) ? 0 : chance.happens(0.1) ? chance.between(1, 9 * DAY) : lag;
    const at = later(last, plusMs(metadata.recordedAt, now));
    lines.set(stream, { lag: now, last: at });
    return at;
  };
}

function ofPartners(chance: Chance): ToTell[] {
  return randomPartnerFacts(chance, FIRST_MOMENT).map(
    ({ type, schemaVersion, data, partner, revision, occurredAt, recordedAt, actor }) => {
      const id = `${partner}-${revision}`;
      const metadata = { commandId: id, correlationId: id, causationId: id, actor, occurredAt, recordedAt };
      return {
        at: recordedAt,
        stream: streamName('partner', partner),
        event: { id, type, schemaVersion, data, metadata },
      };
    },
  );
}

const asProposed = ({ id, type, schemaVersion, data, metadata }: RecordedEvent): ProposedEvent => ({
  id,
  type,
  schemaVersion,
  data,
  metadata,
});

/** What people will tell of some random casus (some of it late, some of it late to arrive), and what partners set, in order. */
export async function toBeTold(chance: Chance, seed: number, size: { casus: number; commands: number }) {
  const scratch = memoryStore(sha256);
  await appendRandomCasus(scratch, seed, size);
  const { events } = await scratch.readAll({ after: BEGINNING, limit: 100_000 });
  const arrival = arriving(chance);
  const casus = events.map((event): ToTell => ({ at: arrival(event), stream: event.stream, event: asProposed(event) }));
  const partners = ofPartners(chance).sort(inOrder);
  return { casus: casus.sort(inOrder), partners };
}
