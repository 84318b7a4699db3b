import { metrics, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { AppendRequest, EventStore } from '#event-sourcing/event-store';
import { stopwatch } from '#platform/system-clock';
import { tracer, traceParentOf } from '#platform/telemetry/trace-context';

/** The events of a request with the trace in which they were appended. */
const within = (traceParent: string, request: AppendRequest): AppendRequest => ({
  ...request,
  events: request.events.map((event) => ({ ...event, metadata: { ...event.metadata, trace: traceParent } })),
});

/** A log of which each append is a span and a figure, and whose events tell the trace that they were appended in. */
export function tracedStore<Store extends EventStore>(store: Store): Store {
  const meter = metrics.getMeter('aanzet');
  const sizes = meter.createHistogram('aanzet.append.events', { description: 'Events in one append' });
  const durations = meter.createHistogram('aanzet.append.duration', {
    unit: 'ms',
    description: 'Until it was durable',
  });
  const conflicts = meter.createCounter('aanzet.append.conflicts', {
    description: 'Appends refused because another came first',
  });
  conflicts.add(0);
  return {
    ...store,
    append: (requests: readonly AppendRequest[]) =>
      tracer().startActiveSpan('append', { kind: SpanKind.PRODUCER }, async (span) => {
        const events = requests.reduce((sum, request) => sum + request.events.length, 0);
        const elapsed = stopwatch();
        const parent = traceParentOf(span);
        try {
          const traced = parent === undefined ? requests : requests.map((one) => within(parent, one));
          const outcomes = await store.append(traced);
          conflicts.add(outcomes.filter(({ outcome }) => outcome === 'wrong-revision').length);
          return outcomes;
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          sizes.record(events);
          durations.record(elapsed());
          span.setAttribute('aanzet.events', events);
          span.end();
        }
      }),
  };
}
