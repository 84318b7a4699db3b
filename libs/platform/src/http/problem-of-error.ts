import { HttpException } from '@nestjs/common';
import { problem, ProblemError, type Problem } from '#platform/http/problem';

/** The largest body that is read. */
export const BODY_LIMIT = 256 * 1024;

const malformed = problem(400, 'body-malformed', 'The body is no JSON object.', {
  errors: [{ field: '', wrong: 'is no JSON', right: 'a JSON object in UTF-8' }],
});

const nothingHere = problem(404, 'route-unknown', 'There is nothing at this address.');

/** What the web server refuses by itself, by its status. */
const OF_SERVER: Readonly<Record<number, Problem>> = {
  400: malformed,
  404: nothingHere,
  413: problem(413, 'body-too-large', 'The body is too large.', { limitBytes: BODY_LIMIT }),
  414: nothingHere,
  415: problem(415, 'not-json', 'A body is sent as JSON.', { accepted: 'application/json' }),
};

const badAddress = problem(400, 'address-malformed', 'The address holds an escape that is none.');

/** The status with which the web server would have answered, under Nest or before it. */
function statusOf(error: Error): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** Lost touch with PostgreSQL, by what the driver says; whether the request took effect may be unknown. */
const OUT_OF_REACH = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|53300|57P0.|08...)$/;

/** The same, where the driver gives no code: all that it says then. */
const SAID_OUT_OF_REACH = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
]);

const unavailable = problem(
  503,
  'log-unavailable',
  'The database cannot be reached; try again with the same Idempotency-Key.',
);

const broken = problem(500, 'internal-error', 'Something went wrong on our side; it is in the log.');

/** The problem that an error is outside, and whether it is a fault of ours. Nothing of its message gets out. */
export function problemOfError(error: unknown): { readonly problem: Problem; readonly ours: boolean } {
  if (error instanceof ProblemError) return { problem: error.problem, ours: false };
  if (!(error instanceof Error)) return { problem: broken, ours: true };
  const code = 'code' in error ? String(error.code) : error.name;
  if (code === 'FST_ERR_BAD_URL') return { problem: badAddress, ours: false };
  const known = OF_SERVER[statusOf(error) ?? 500];
  if (known) return { problem: known, ours: false };
  if (OUT_OF_REACH.test(code) || code === 'AppendOutcomeUnknown' || SAID_OUT_OF_REACH.has(error.message)) {
    return { problem: unavailable, ours: true };
  }
  return { problem: broken, ours: true };
}
