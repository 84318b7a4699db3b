import { SpanKind, SpanStatusCode, type Span } from '@opentelemetry/api';
import type { RecordedEvent } from '#event-sourcing/event';
import { contextOf, tracer } from '#platform/telemetry/trace-context';
import type { ViewOver } from '#read-models/projector/view';

/** A span for each event that was appended in a trace, as a part of that trace. */
function spansOf(view: string, events: readonly RecordedEvent[]): readonly Span[] {
  return events.flatMap(({ type, position, metadata }) => {
    const within = contextOf(metadata.trace);
    if (!within) return [];
    const attributes = { 'aanzet.view': view, 'aanzet.event.type': type, 'aanzet.position': position };
    return [tracer().startSpan(`project ${view}`, { kind: SpanKind.CONSUMER, attributes }, within)];
  });
}

/** A view that tells in the trace of each event when that was taken: from the reading of its page until it is written. */
export const tracedView =
  (over: ViewOver): ViewOver =>
  (store, casusOf) => {
    const view = over(store, casusOf);
    return {
      ...view,
      async digest(events, written) {
        const digest = await view.digest(events, written);
        return {
          ...digest,
          async write(trx) {
            const spans = spansOf(view.name, events.slice(0, digest.count));
            try {
              await digest.write(trx);
            } catch (error) {
              for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
              throw error;
            } finally {
              for (const span of spans) span.end();
            }
          },
        };
      },
    };
  };
