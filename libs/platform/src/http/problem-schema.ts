/** What every refusal looks like in the OpenAPI document. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'Problem details (RFC 9457). Beside these, what belongs to the code: the state, what is allowed, fields.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Which problem it is' },
    title: { type: 'string', description: 'What this problem is called' },
    status: { type: 'integer', description: 'The HTTP status' },
    detail: { type: 'string', description: 'What is the matter' },
    code: { type: 'string', description: 'The code, to go by in a program' },
    errors: {
      type: 'array',
      description: 'With fields-invalid: every field that does not fit',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string', description: 'Where' },
          wrong: { type: 'string', description: 'What was wrong' },
          right: { type: 'string', description: 'What is right' },
        },
      },
    },
  },
  additionalProperties: true,
  example: {
    type: 'urn:aanzet:problem:not-in-this-state',
    title: 'Not in this state',
    status: 409,
    detail: 'The present state does not allow this. (state: done)',
    code: 'not-in-this-state',
    state: 'done',
    allowed: ['reopen-step'],
  },
};
