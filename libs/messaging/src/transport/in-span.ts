import { context, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import { tracer } from '#platform/telemetry/trace-context';

/** Does work as a span of the trace that it is part of (`within`); without one it is just done. */
export async function inSpan<T>(name: string, within: Context | undefined, work: () => Promise<T>): Promise<T> {
  if (!within) return work();
  const span = tracer().startSpan(name, { kind: SpanKind.CONSUMER }, within);
  try {
    return await context.with(trace.setSpan(within, span), work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** The context of what is going on now; undefined when that is part of no trace. */
export const going = (): Context | undefined => (trace.getActiveSpan() ? context.active() : undefined);
