import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Problem } from '#platform/http/problem';
import { problemOfError } from '#platform/http/problem-of-error';
import { whatFailed } from '#platform/what-failed';

/** Answers with a problem. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));

/** The one place where what was thrown becomes an answer. Faults of ours are logged, by name and code and stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { problem, ours } = problemOfError(error);
    if (ours) this.log.error({ err: whatFailed(error), code: problem.code }, 'a request failed');
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    void sendProblem(reply, problem);
  }
}
