import type { PublicEvent } from '#messaging/contract/public-event';

/** A public event for one audience: a partner, or (null) the services of the installation itself. */
export interface Delivery {
  readonly partner: string | null;
  readonly event: PublicEvent;
}
