import { casusFolding } from '#casus/casus-decider';
import { NO_HISTORY, type CasusHistory } from '#casus/history';
import { recordedEvent } from '#casus/specification';
import { watchEvent, type WatchDataOf, type WatchEventType } from '#casus/watch/watch-events';
import type { RecordedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { deliveriesOf } from '#messaging/audience/audience';
import type { Delivery } from '#messaging/audience/delivery';
import type { KnownStall, Scene } from '#messaging/translate/scene';
import type { PartnerKind } from '#partners/partner-kind';

/** What is told of a casus, for the specifications beside the code. */

const KINDS: Readonly<Record<string, PartnerKind>> = {
  'sociaal-team': 'social-team',
  'gemeente-wmo': 'municipality-care',
  'gemeente-wonen': 'municipality-housing',
  corporatie: 'housing-corporation',
  zorgaanbieder: 'care-provider',
  welzijn: 'welfare',
};

const CASUS = 'eva';

const sceneOf = (before: CasusHistory, after: CasusHistory, at: Instant, stall?: KnownStall): Scene => ({
  casus: CASUS,
  before,
  after,
  at,
  kindOf: (partner) => KINDS[partner] ?? 'other',
  stallOf: () => stall,
});

/** What is told because of the last `facts` facts of a history. */
export function toldOf({ facts }: CasusHistory, last = 1): readonly Delivery[] {
  let before = NO_HISTORY;
  const told: Delivery[][] = [];
  for (const fact of [...facts].sort((a, b) => a.revision - b.revision)) {
    const after = casusFolding.evolve(before, fact);
    const { revision, occurredAt, recordedAt, actor } = fact;
    const recorded = recordedEvent(fact, { revision, occurredAt, recordedAt, ...actor });
    told.push([...deliveriesOf({ ...recorded, id: `event-${revision}` }, sceneOf(before, after, recordedAt))]);
    before = after;
  }
  return told.slice(-last).flat();
}

/** What is told because the watch recorded this, of a stall that it knows as `known`. */
export function toldByWatch<T extends WatchEventType>(
  history: CasusHistory,
  at: Instant,
  type: T,
  data: WatchDataOf<T>,
  known?: KnownStall,
): readonly Delivery[] {
  const times = { occurredAt: at, recordedAt: at };
  const event = recordedEvent(watchEvent(type, data), { revision: 0, partner: 'aanzet', ...times });
  const recorded: RecordedEvent = { ...event, stream: streamName('watch', CASUS), position: positionOf(900) };
  return deliveriesOf(recorded, sceneOf(history, history, at, known));
}

/** Who is told what, in brief: `partner name`, partners in order of the alphabet; `all` is the installation itself. */
export const inBrief = (told: readonly Delivery[]): readonly string[] =>
  told.map(({ partner, event }) => `${partner ?? 'all'}: ${event.name.replace('casus.', '')}`);

/** The data that a partner is told of under one name; undefined when it is not told. */
export const dataFor = (told: readonly Delivery[], partner: string | null, name: string): object | undefined =>
  told.find((one) => one.partner === partner && one.event.name === name)?.event.data;
