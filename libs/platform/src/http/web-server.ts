import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '#platform/new-id';
import { BODY_LIMIT, problemOfError } from '#platform/http/problem-of-error';
import { HEADERS } from '#platform/http/headers';
import { ProblemFilter, sendProblem } from '#platform/http/problem-filter';
import { traceRequests } from '#platform/telemetry/trace-requests';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';

/** What the server cannot even route passes no hook: it gets its headers here. */
const frameworkErrors: NonNullable<FastifyServerOptions['frameworkErrors']> = (error, _request, reply) => {
  void sendProblem(reply.headers(HEADERS), problemOfError(error).problem);
};

/** The web server below Nest: limits, JSON only, the headers of every answer. */
export function webServer(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: newId,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors,
    // A stop lets what is being answered be answered, also to whoever keeps the connection, and waits for no idle one.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
}

/** Makes an application answer as the API does: its headers, its problems, its log. Create it with `bodyParser: false`. */
export function asApi(app: NestFastifyApplication, log: Logger): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  jsonOnly(server);
  traceRequests(server);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(HEADERS);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    // The route, not the address: an address may name a casus.
    const { id, method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    log.info({ request: id, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  app.useGlobalFilters(new ProblemFilter(log));
}

/** Bodies are JSON and nothing else; none at all is an empty one. */
function jsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}
