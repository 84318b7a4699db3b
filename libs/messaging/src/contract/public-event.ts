import type { Instant } from '#event-sourcing/instant';
import type { PublicDataOf, PublicName } from '#messaging/contract/public-events';

/** A public event of the given name(s); by default of any. A union that narrows on `name`. */
export type PublicEvent<N extends PublicName = PublicName> = {
  [K in N]: {
    /** A UUID that follows from the private event: the same however often it is sent. */
    readonly id: string;
    readonly name: K;
    /** What it is about: the id of a casus, or of a home. Events of one subject keep their order. */
    readonly subject: string;
    /** When it was logged. */
    readonly time: Instant;
    /** Its place among all public events: text order is the order of the log. */
    readonly sequence: string;
    /** The path of the API that tells more to whoever may know it. */
    readonly dataref: string;
    readonly data: PublicDataOf<K>;
  };
}[N];
