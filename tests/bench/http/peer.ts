import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, HttpCode, Post, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { startApi } from '#platform/http/start-api';
import { openLog } from '#platform/logging';

// A server that does nothing: which, and what it answers, stand on its command line. It tells its address to its parent.
const [kind = '', text = '{}'] = process.argv.slice(2);
const answer: unknown = JSON.parse(text);
const HOST = '127.0.0.1';

class Nothing {
  readonly said = answer;
}

/** Node runs this file with its types taken out, and cannot take decorators out: what they do is done by hand. */
function route(): DynamicModule {
  const value = function (this: Nothing): unknown {
    return this.said;
  };
  const method: PropertyDescriptor = { value, writable: true, configurable: true };
  Object.defineProperty(Nothing.prototype, 'answer', method);
  Post('casus/:casus/notes')(Nothing.prototype, 'answer', method);
  HttpCode(200)(Nothing.prototype, 'answer', method);
  Controller('v1')(Nothing);
  return { module: class Peer extends Nothing {}, controllers: [Nothing] };
}

const KINDS: Readonly<Record<string, () => Promise<string>>> = {
  /** The route, as Nest with Fastify serves it by itself. */
  async route() {
    const options = { logger: false } as const;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest takes literals here
    const app = await NestFactory.create<NestFastifyApplication>(route(), new FastifyAdapter(), options);
    await app.listen(0, HOST);
    return app.getUrl();
  },
  /** The same behind all that every answer of ours passes: headers, a line in the log, an id, no body but JSON. */
  async dressed() {
    const { url } = await startApi({ modules: [route()], log: openLog('info'), host: HOST, port: 0 });
    return url;
  },
  /** What Node can do by itself, and with that how far the client comes. */
  bare() {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const server = createServer((request, response) => {
      request.resume().once('end', () => response.writeHead(200, headers).end(text));
    });
    return new Promise((resolve) => {
      server.listen(0, HOST, () => {
        resolve(`http://${HOST}:${(server.address() as AddressInfo).port}`);
      });
    });
  },
};

process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
process.send?.({ url: await KINDS[kind]?.() });
