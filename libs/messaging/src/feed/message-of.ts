import type { Delivery } from '#messaging/audience/audience';
import { toCloudEvent, type Sender } from '#messaging/contract/cloud-event';
import type { FeedMessage } from '#messaging/feed/feed';
import { INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';

const HEADERS = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

/** A public event for an audience as a message: to the topic of that audience, by the key of its subject. */
export const messageOf = ({ partner, event }: Delivery, sender: Sender): FeedMessage => ({
  topic: partner === null ? INTERNAL_TOPIC : partnerTopic(partner),
  key: event.subject,
  value: JSON.stringify(toCloudEvent(event, sender)),
  headers: HEADERS,
});
