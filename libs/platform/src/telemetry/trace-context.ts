import { isSpanContextValid, ROOT_CONTEXT, trace, type Context, type Span, type Tracer } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';

/** What makes the spans of this house. Asked each time, for telemetry may be opened later. */
export const tracer = (): Tracer => trace.getTracer('aanzet');

/** A span as text, in the form of the header traceparent; undefined when it is not recorded anywhere. */
export function traceParentOf(span: Span): string | undefined {
  const { traceId, spanId, traceFlags } = span.spanContext();
  if (!isSpanContextValid(span.spanContext())) return undefined;
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** The context in which something goes on that began in another process; undefined when that tells of no trace. */
export function contextOf(traceParent: string | undefined): Context | undefined {
  const parsed = traceParent === undefined ? null : parseTraceParent(traceParent);
  return parsed ? trace.setSpanContext(ROOT_CONTEXT, { ...parsed, isRemote: true }) : undefined;
}
