import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { API_VERSION, DOCS_POLICY } from '#platform/http/headers';
import { PROBLEM_SCHEMA } from '#platform/http/problem-schema';

const about = new DocumentBuilder()
  .setOpenAPIVersion('3.1.0')
  .setTitle('Aanzet')
  .setVersion(API_VERSION)
  .setDescription(
    'Which partner owns each next step in a housing-support case, who is on the move now, and where handoffs stall. ' +
      'Times are answered in UTC, days are days in Europe/Amsterdam. Every refusal is an application/problem+json.',
  )
  .setContact('Aanzet', 'https://example.org/aanzet', 'aanzet@example.org')
  .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
  .addServer('/', 'This installation')
  .addTag('Views', 'What is the case, at any moment')
  .addTag('Casus', 'Commands on a casus as a whole')
  .addTag('Steps', 'Commands on steps')
  .addTag('Handoffs', 'Commands on handoffs and takeovers: the moves of ownership')
  .addTag('Asks', 'Commands on asks: ownership stays')
  .addTag('Promises', 'Commands on promises')
  .addTag('Partners', 'Commands on the partner directory')
  .addTag('Inbox', 'What the watch told a partner or person, and what was read of it')
  .addTag('Feed', 'Public events for partners: read, or sent to a webhook')
  .addTag('Allocation', 'Homes of a housing corporation, candidates, offers, and what its staff has to do')
  .build();

/** Headers of every answer; those of commands besides. */
const VERSION_HEADER = {
  'API-Version': { description: 'The full version of the API', schema: { type: 'string', example: API_VERSION } },
};

const PROBLEMS: Readonly<Record<string, string>> = {
  '400': 'The request does not fit',
  '404': 'Something that it names does not exist',
};

/** The OpenAPI 3.1 document of the controllers of an application, with what holds for every operation. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, about, { autoTagControllers: false });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
  };
  for (const [name, schema] of Object.entries(document.components.schemas ?? {})) {
    if (name.endsWith('Body') && !('$ref' in schema)) schema.additionalProperties = false;
  }
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.delete]) {
      if (!operation) continue;
      for (const [status, description] of Object.entries(PROBLEMS)) operation.responses[status] ??= { description };
      for (const [status, response] of Object.entries(operation.responses)) {
        if (!response || '$ref' in response) continue;
        response.headers = { ...VERSION_HEADER, ...response.headers };
        if (Number(status) < 400) continue;
        response.content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
      }
    }
  }
  return document;
}

/**
 * Serves the document at /v1/openapi.json to everybody, and a page to read it at /v1/docs that fetches nothing elsewhere.
 * A service that only tells its health has neither.
 */
export function serveOpenApi(app: NestFastifyApplication): void {
  const document = openApiDocument(app);
  if (Object.keys(document.paths).length === 0) return;
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.get('/v1/openapi.json', (_request, reply) =>
    reply.header('Access-Control-Allow-Origin', '*').type('application/json').send(JSON.stringify(document)),
  );
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/v1/docs')) void reply.header('Content-Security-Policy', DOCS_POLICY);
    done();
  });
  SwaggerModule.setup('v1/docs', app, document, {
    raw: false,
    customSiteTitle: 'Aanzet API',
    swaggerOptions: { validatorUrl: null, defaultModelsExpandDepth: 0 },
  });
}
