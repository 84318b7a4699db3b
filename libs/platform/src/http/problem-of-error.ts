import { HttpException } from '@nestjs/common';
import { problem, ProblemError, type Problem } from '#platform/http/problem';

/** The largest body that is read. */
export const BODY_LIMIT = 256 * 1024;

const malformed = problem(400, 'body-malformed', 'The body is no JSON object.', {
  errors: [{ field: '', wrong: 'is no JSON', right: 'a JSON object in UTF-8' }],
});

/** What the web server refuses by itself, by its codes. */
const OF_SERVER: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem(413, 'body-too-large', 'The body is too large.', { limitBytes: BODY_LIMIT }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(415, 'not-json', 'A body is sent as JSON.', { accepted: 'application/json' }),
  FST_ERR_CTP_EMPTY_JSON_BODY: malformed,
  FST_ERR_CTP_INVALID_JSON_BODY: malformed,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: malformed,
  FST_ERR_BAD_URL: problem(400, 'address-malformed', 'The address holds an escape that is none.'),
  FST_ERR_MAX_PARAM_LENGTH: problem(404, 'route-unknown', 'There is nothing at this address.'),
};

/** Lost touch with PostgreSQL, by what the driver says; whether the request took effect may be unknown. */
const OUT_OF_REACH = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P03',
  '53300',
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
  if (error instanceof HttpException && error.getStatus() === 404) {
    return { problem: problem(404, 'route-unknown', 'There is nothing at this address.'), ours: false };
  }
  if (!(error instanceof Error)) return { problem: broken, ours: true };
  const code = 'code' in error ? String(error.code) : error.name;
  const known = OF_SERVER[code] ?? (error instanceof SyntaxError && 'statusCode' in error ? malformed : undefined);
  if (known) return { problem: known, ours: false };
  if (OUT_OF_REACH.has(code) || code === 'AppendOutcomeUnknown' || / timeout/.test(error.message)) {
    return { problem: unavailable, ours: true };
  }
  return { problem: broken, ours: true };
}
