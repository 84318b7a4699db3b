import * as v from 'valibot';
import type { DomainEvent } from '#event-sourcing/event';
import { instant, type Instant } from '#event-sourcing/instant';
import { STALL_PATTERNS } from '#casus/vocabulary';

const text = v.pipe(v.string(), v.minLength(1));
const at = v.pipe(
  v.string(),
  v.guard((value): value is Instant => {
    try {
      return instant(value) === value;
    } catch {
      return false;
    }
  }),
);
const begun = {
  stall: text,
  pattern: v.picklist(STALL_PATTERNS),
  about: text,
  root: v.nullable(text),
  onTheMove: v.nullable(text),
  since: at,
};

/** Who is told: the one on the move (or the owner), the director, the process director. */
export const ESCALATION_ROLES = ['on-the-move', 'director', 'process-director'] as const;

/** What is written of what the system notices in one casus. Which casus, its stream says; `stall` is the stable id. */
export const watchEvents = {
  StallBegan: { version: 1, schema: v.strictObject(begun) },
  StallEnded: { version: 1, schema: v.strictObject({ stall: text, until: at }) },
  /** What was recorded of a stall is not so: it is as `instead` says, or there was none (null). */
  StallCorrected: {
    version: 1,
    schema: v.strictObject({
      stall: text,
      instead: v.nullable(v.strictObject({ ...begun, until: v.nullable(at) })),
    }),
  },
  OfferExpired: {
    version: 1,
    schema: v.strictObject({ handoff: text, step: text, from: text, to: text, expiredAt: at }),
  },
  /** `of`: a stall by its id, or the step or promise that warns, with its last day. */
  Escalated: {
    version: 1,
    schema: v.strictObject({
      of: text,
      why: v.picklist(['stall', 'term', 'promise']),
      about: text,
      pattern: v.nullable(v.picklist(STALL_PATTERNS)),
      level: v.picklist([1, 2, 3]),
      role: v.picklist(ESCALATION_ROLES),
      partner: text,
      person: v.optional(text),
      at,
    }),
  },
} as const;

export type WatchEventType = keyof typeof watchEvents;

/** The data of one event type, newest version. */
export type WatchDataOf<T extends WatchEventType> = v.InferOutput<(typeof watchEvents)[T]['schema']>;

/** An event of the given type(s); by default of any. A union that narrows on `type`. */
export type WatchEvent<T extends WatchEventType = WatchEventType> = {
  [K in T]: DomainEvent<K, WatchDataOf<K>>;
}[T];

export const isWatchEventType = (type: string): type is WatchEventType => Object.hasOwn(watchEvents, type);

/** Makes an event in the newest version of its type. */
export const watchEvent = <T extends WatchEventType>(
  type: T,
  data: WatchDataOf<T>,
): DomainEvent<T, WatchDataOf<T>> => ({ type, schemaVersion: watchEvents[type].version, data });

/** The true instant of what was noticed; undefined of a correction, which is true from when it is recorded. */
export function instantOf(event: WatchEvent): Instant | undefined {
  switch (event.type) {
    case 'StallBegan':
      return event.data.since;
    case 'StallEnded':
      return event.data.until;
    case 'OfferExpired':
      return event.data.expiredAt;
    case 'Escalated':
      return event.data.at;
    case 'StallCorrected':
      return undefined;
  }
}
