import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { describeAnswer } from '#commands/http/describe-answer';
import { ANSWERS } from '#apps/insight/src/answers';

const notYet = ApiResponse({ status: 503, description: 'The views have not come as far as `atLeast` yet' });

/** What the OpenAPI document says of a query; its parameters follow from the class that checks them. */
export const describeQuery = (operationId: keyof typeof ANSWERS, summary: string): MethodDecorator =>
  applyDecorators(describeAnswer(operationId, summary, ANSWERS[operationId]), notYet);

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
