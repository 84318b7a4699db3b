import type { ReceivedSpan } from '#tests/journeys/otlp-receiver';

/** The spans of one trace as a tree in text, those that another made below it: service and name. */
export function traceTree(spans: readonly ReceivedSpan[], traceId: string): string {
  const own = spans.filter((span) => span.traceId === traceId);
  const ids = new Set(own.map(({ spanId }) => spanId));
  const below = (parent: ReceivedSpan | undefined, depth: number): readonly string[] =>
    own
      .filter(({ parentSpanId = '' }) => (parent ? parentSpanId === parent.spanId : !ids.has(parentSpanId)))
      .map((span) => ({ span, line: `${'  '.repeat(depth)}${span.service}: ${span.name}` }))
      .sort((a, b) => (a.line < b.line ? -1 : 1))
      .flatMap(({ span, line }) => [line, ...below(span, depth + 1)]);
  return below(undefined, 0).join('\n');
}
