import { v5 } from 'uuid';
import type { RecordedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { Said } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';

const PUBLIC_IDS = '5b7a1c0e-9f53-4d0b-8d2c-0f6f9f1f4c3a';

/** What events are about: their subject, where the API tells of it, and when the private event was logged. */
export interface About {
  readonly subject: string;
  readonly root: string;
  readonly at: Instant;
}

export const aboutCasus = ({ casus, at }: Scene): About => ({ subject: casus, root: `/v1/casus/${casus}`, at });

/** The envelope of what is said because of a private event: its id and place follow from that event. */
export function enveloped(
  { id, position }: RecordedEvent,
  { subject, root, at }: About,
  { name, data, path = '', which = '' }: Pick<Said, 'name' | 'data'> & Partial<Pick<Said, 'path' | 'which'>>,
  index: number,
): PublicEvent {
  const event = {
    id: v5([id, name, which].join(' '), PUBLIC_IDS),
    name,
    subject,
    time: at,
    sequence: `${position}-${index.toString().padStart(3, '0')}`,
    dataref: `${root}${path}`,
    data,
  };
  // Name and data come from one saying; the compiler cannot follow the union.
  return event as PublicEvent;
}
