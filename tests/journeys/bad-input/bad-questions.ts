/** What is asked, at which address, and what comes back. */
type BadQuestion = readonly [asked: string, path: string, status: number, told: object];

const cursor = (...keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
const cursorInvalid = { code: 'fields-invalid', errors: [{ field: 'cursor' }] };

export const BAD_QUESTIONS: readonly BadQuestion[] = [
  ...['', '/timeline', '/handoffs', '/handoffs/O2', '/steps/E1', '/steps/E1/why', '/terms', '/ledger', '/stalls'].map(
    (part): BadQuestion => [
      `a casus that cannot be one: ${part || 'itself'}`,
      `/v1/casus/a%00b${part}`,
      404,
      { code: 'casus-unknown' },
    ],
  ),
  ['a casus that is a NUL', '/v1/casus/%00', 404, { code: 'casus-unknown', casus: '\0' }],
  ['what changed in a casus that cannot be one', '/v1/casus/%00/diff?from=2026-11-20T10:30:00Z', 404, {}],
  ['a casus by an id that nothing has', '/v1/casus/00000000-0000-5000-8000-000000000000', 404, {}],
  ['a step that cannot be one', '/v1/casus/eva/steps/%00', 404, { code: 'step-unknown' }],
  ['a step that cannot be one, and why', '/v1/casus/eva/steps/%00/why', 404, { code: 'step-unknown' }],
  ['a handoff that cannot be one', '/v1/casus/eva/handoffs/%00', 404, { code: 'handoff-unknown' }],
  ...['', '/workload', '/ledger'].map((part): BadQuestion => [
    `a partner that cannot be one: ${part || 'itself'}`,
    `/v1/partners/%00${part}`,
    404,
    { code: 'partner-unknown' },
  ]),
  ['a cursor with a NUL', `/v1/partners?cursor=${cursor('id', 'a\0b')}`, 400, cursorInvalid],
  ['a cursor with half a character', `/v1/partners?cursor=${cursor('id', '\ud800')}`, 400, cursorInvalid],
];
