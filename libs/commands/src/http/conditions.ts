import type { FastifyRequest } from 'fastify';
import { problem, ProblemError } from '#platform/http/problem';

/** What the headers of a command ask besides the command itself. */
export interface Conditions {
  readonly ifRevision?: number;
  readonly idempotencyKey?: string;
  readonly correlationId?: string;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const REVISION = /^"(\d{1,9})"$/;
const TRACE = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

const unfit = (field: string, wrong: string, right: string) =>
  new ProblemError(
    problem(400, 'header-invalid', `The header ${field} does not fit.`, { errors: [{ field, wrong, right }] }),
  );

/** Reads If-Match (a revision as ETag tells it, or *), Idempotency-Key and traceparent. Throws a ProblemError. */
export function conditionsOf({ headers }: FastifyRequest): Conditions {
  const key = headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !KEY.test(key))) {
    throw unfit('Idempotency-Key', 'is of another form', '1 to 200 visible ASCII characters');
  }
  const match = headers['if-match'];
  const revision = match === undefined ? undefined : REVISION.exec(match)?.[1];
  if (match !== undefined && match !== '*' && revision === undefined) {
    throw unfit('If-Match', 'is of another form', 'one revision between double quotes, as ETag tells it');
  }
  const trace = typeof headers['traceparent'] === 'string' ? TRACE.exec(headers['traceparent'])?.[1] : undefined;
  return {
    ...(revision !== undefined && { ifRevision: Number(revision) }),
    ...(key !== undefined && { idempotencyKey: key }),
    ...(trace !== undefined && { correlationId: trace }),
  };
}
