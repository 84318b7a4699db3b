import type { Delivery } from '#messaging/audience/delivery';
import type { PublicEvent } from '#messaging/contract/public-event';
import { toCloudEvent, type Sender } from '#messaging/contract/cloud-event';
import type { FeedMessage } from '#messaging/feed/feed';
import { HOMES_TOPIC, INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import { TRACE_HEADER } from '#messaging/feed/traced-feed';

const HEADERS = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

const internalTopic = ({ name }: PublicEvent): string => (name.startsWith('home.') ? HOMES_TOPIC : INTERNAL_TOPIC);

/**
 * A public event for an audience as a message: to the topic of that audience, by the key of its subject. `trace`: the
 * trace in which the private event was appended, where there was one.
 */
export const messageOf = ({ partner, event }: Delivery, sender: Sender, trace?: string): FeedMessage => ({
  topic: partner === null ? internalTopic(event) : partnerTopic(partner),
  key: event.subject,
  value: JSON.stringify(toCloudEvent(event, sender)),
  headers: trace === undefined ? HEADERS : { ...HEADERS, [TRACE_HEADER]: trace },
});
