import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ANSWERS } from '#apps/insight/src/answers';
import { schemaLike } from '#apps/insight/src/schema-like';

const notYet = ApiResponse({ status: 503, description: 'The views have not come as far as `atLeast` yet' });

/** What the OpenAPI document says of a query; its parameters follow from the class that checks them. */
export function describeQuery(operationId: keyof typeof ANSWERS, summary: string): MethodDecorator {
  const example = ANSWERS[operationId];
  return applyDecorators(
    ApiOperation({ operationId, summary, description: `${summary}.` }),
    ApiResponse({
      status: 200,
      description: 'The answer. Instants are UTC, days are dates; what does not apply is null.',
      content: { 'application/json': { schema: schemaLike(example), example } },
    }),
    notYet,
  );
}

/** What the OpenAPI document says of a feed. */
export const describeFeed = (operationId: string, summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId, summary, description: `${summary}.` }),
    ApiResponse({
      status: 200,
      description: 'Events of type `change`; their ids go into Last-Event-ID',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
  );
