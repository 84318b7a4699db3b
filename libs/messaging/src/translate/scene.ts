import type { Instant } from '#event-sourcing/instant';
import type { CasusHistory } from '#casus/history';
import type { WatchDataOf } from '#casus/watch/watch-events';
import type { PartnerKind } from '#partners/partner-kind';

/** A stall as the watch recorded its beginning, or last corrected it. */
export type KnownStall = Omit<WatchDataOf<'StallBegan'>, 'stall'>;

/** What was known around one private event: all of it follows from the log up to that event, so it never changes. */
export interface Scene {
  /** The id of the casus. */
  readonly casus: string;
  readonly before: CasusHistory;
  /** The same as `before` at an event of the watch. */
  readonly after: CasusHistory;
  /** When the event was logged; who may see it is judged then. */
  readonly at: Instant;
  /** The kind of a partner; `other` of one that is not known. */
  readonly kindOf: (partner: string) => PartnerKind;
  /** A stall by the id that the watch gave it, as it was known before this event. */
  readonly stallOf: (id: string) => KnownStall | undefined;
}
