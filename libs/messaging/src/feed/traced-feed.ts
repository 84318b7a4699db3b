import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { Feed, FeedMessage } from '#messaging/feed/feed';
import { contextOf, tracer, traceParentOf } from '#platform/telemetry/trace-context';

/** The header in which the trace of a message goes along (W3C Trace Context). */
export const TRACE_HEADER = 'traceparent';

/** A message that is about to be sent, with its span where it is part of a trace. */
function begun(message: FeedMessage) {
  const within = contextOf(message.headers[TRACE_HEADER]);
  if (!within) return { message };
  const attributes = { 'messaging.system': 'kafka', 'messaging.destination.name': message.topic };
  const span = tracer().startSpan(`publish ${message.topic}`, { kind: SpanKind.PRODUCER, attributes }, within);
  const parent = traceParentOf(span);
  const headers = parent === undefined ? message.headers : { ...message.headers, [TRACE_HEADER]: parent };
  return { span, message: { ...message, headers } };
}

/** A feed of which each sending of a message is a span in the trace that the message tells of; its receivers go on from there. */
export const tracedFeed = (feed: Feed): Feed => ({
  ...feed,
  async producer() {
    const producer = await feed.producer();
    return {
      ...producer,
      async send(messages) {
        const sending = messages.map(begun);
        try {
          await producer.send(sending.map(({ message }) => message));
        } catch (error) {
          for (const { span } of sending) span?.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          for (const { span } of sending) span?.end();
        }
      },
    };
  },
});
