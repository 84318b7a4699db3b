import type { FastifyReply } from 'fastify';
import type { Handled } from '#commands/command-order';
import type { CommandLine } from '#commands/table/command-line';
import { problemOfRefusal } from '#platform/http/problem';
import { sendProblem } from '#platform/http/problem-filter';

/** Where what a command made can be read afterwards, by the key that names it. */
const READ_AT: Readonly<Record<string, (answer: Readonly<Record<string, string>>) => string>> = {
  'open-casus': ({ casus }) => `/v1/casus/${casus}`,
  'plan-step': ({ casus, step }) => `/v1/casus/${casus}/steps/${step}`,
  'offer-handoff': ({ casus, handoff }) => `/v1/casus/${casus}/handoffs/${handoff}`,
  'register-partner': ({ partner }) => `/v1/partners/${partner}`,
  'register-home': ({ home }) => `/v1/homes/${home}`,
};

/** Answers a command: 201 where something came into being, else 200; a refusal as a problem. */
export function writeAnswer(reply: FastifyReply, line: CommandLine, handled: Handled): FastifyReply {
  if (handled.result === 'refused') return sendProblem(reply, problemOfRefusal(handled));
  const { answer, revision, position } = handled;
  const names = Object.fromEntries(
    Object.entries(answer).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, encodeURIComponent(value)]] : [],
    ),
  );
  const location = READ_AT[line.do]?.(names);
  if (location !== undefined) void reply.header('Location', location);
  return reply
    .code(line.creates === undefined ? 200 : 201)
    .header('ETag', `"${revision}"`)
    .header('Consistency-Token', position)
    .type('application/json')
    .send(JSON.stringify(answer));
}
