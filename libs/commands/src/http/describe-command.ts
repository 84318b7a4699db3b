import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PLAN_WARNINGS } from '#casus/feasible';
import { fieldsOf } from '#commands/form/field';
import type { CommandLine } from '#commands/table/command-line';

const PARAMETERS: Readonly<Record<string, [description: string, example: string]>> = {
  casus: ['The reference of the casus, or its id', 'eva'],
  partner: ['The id of the partner', 'corporatie'],
  step: ['The reference of the step', 'E4'],
  handoff: ['The reference of the offer', 'O1'],
  takeover: ['The reference of the takeover request', 'T1'],
  ask: ['The reference of the ask', 'A1'],
  promise: ['The reference of the promise', 'P1'],
  ref: ['The short name of the person', 'ineke'],
  absence: ['The reference of the absence', 'absence-1'],
  item: ['The id of the item', '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11.12'],
  home: ['The id of the home', 'linde-4'],
};

/** How the answer to a command begins, by the first word of its address. */
const HEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  casus: { casus: 'eva' },
  partners: { partner: 'corporatie' },
  inbox: { partner: 'corporatie', item: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11.12' },
  homes: { home: 'linde-4' },
  candidates: { casus: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11' },
};

const text = { type: 'string' };

const HEADERS = {
  ETag: { description: 'The revision after this command, for If-Match', schema: { ...text, example: '"12"' } },
  'Consistency-Token': { description: 'For `atLeast` of a query that must show this command', schema: text },
};

const WARNING = {
  type: 'object',
  description: 'What will go wrong, though the command was carried out',
  properties: {
    code: { type: 'string', enum: Object.keys(PLAN_WARNINGS) },
    detail: { ...text, description: 'What the code says, in one English sentence' },
    step: { ...text, description: 'The step that cannot be done in time' },
    due: { ...text, format: 'date', description: 'The last day that cannot be met' },
    steps: {
      type: 'array',
      description: 'The steps that stand in the way, each with its last day or its start',
      items: {
        type: 'object',
        properties: { step: text, day: { ...text, format: 'date' } },
        required: ['step', 'day'],
      },
    },
  },
  required: ['code', 'detail', 'step', 'due', 'steps'],
  example: {
    code: 'blocked-beyond-target',
    detail: PLAN_WARNINGS['blocked-beyond-target'],
    step: 'E9',
    due: '2026-09-29',
    steps: [{ step: 'E4', day: '2026-11-05' }],
  },
};

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'A field or header does not fit',
  403: 'The partner that acts may not do this',
  404: 'Something that it names does not exist; with the id that was given',
  409: 'The present state does not allow it; with the state and what is allowed',
  412: 'It changed since the revision of If-Match; with the current revision',
  413: 'The body is larger than 256 KiB',
  415: 'The body is not JSON',
  422: 'The Idempotency-Key was used with another command',
};

/** What the OpenAPI document says of a command, from its line. */
export function describeCommand(tag: string, line: CommandLine): MethodDecorator {
  const head = HEADS[line.path.split('/')[0] ?? ''] ?? {};
  const made = line.creates === undefined ? {} : { [line.creates]: PARAMETERS[line.creates]?.[1] ?? 'eva' };
  const inPath = [...line.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({
      operationId: line.do,
      summary: line.summary,
      description: `${line.summary}. Command \`${line.do}\`.`,
    }),
    ...inPath.map((name) =>
      ApiParam({
        name,
        schema: { ...text, example: PARAMETERS[name]?.[1] },
        description: PARAMETERS[name]?.[0] ?? name,
      }),
    ),
    ApiHeader({
      name: 'Aanzet-Partner',
      required: true,
      schema: { ...text, example: 'sociaal-team' },
      description: 'The partner that acts',
    }),
    ApiHeader({ name: 'Aanzet-Person', required: false, schema: text, description: 'The person of it that acts' }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      schema: text,
      description: 'The same again is one event and the same answer',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      schema: text,
      description: 'The revision on which the command rests',
    }),
    ApiBody({ type: line.body, required: [...fieldsOf(line.body).keys()].length > 1 }),
    ApiResponse({
      status: line.creates === undefined ? 200 : 201,
      description: 'It was carried out',
      headers: HEADERS,
      schema: {
        type: 'object',
        properties: {
          ...Object.fromEntries(Object.keys(head).map((name) => [name, text])),
          ...(line.creates !== undefined && { [line.creates]: text }),
          revision: { type: 'integer' },
          events: { type: 'array', items: text },
          ...(line.warns && { warnings: { type: 'array', items: WARNING } }),
        },
        required: ['revision', 'events', ...(line.warns ? ['warnings'] : [])],
        example: { ...head, ...made, revision: 12, events: ['…'], ...(line.warns && { warnings: [WARNING.example] }) },
      },
    }),
    ...Object.entries(REFUSALS).map(([status, description]) => ApiResponse({ status: Number(status), description })),
  );
}
