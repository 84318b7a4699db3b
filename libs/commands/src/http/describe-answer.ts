import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { schemaLike } from '#commands/http/schema-like';

/** What the OpenAPI document says of a query; its parameters follow from the class that checks them. */
export const describeAnswer = (operationId: string, summary: string, example: object): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId, summary, description: `${summary}.` }),
    ApiResponse({
      status: 200,
      description: 'The answer. Instants are UTC, days are dates; what does not apply is null.',
      content: { 'application/json': { schema: schemaLike(example), example } },
    }),
  );
