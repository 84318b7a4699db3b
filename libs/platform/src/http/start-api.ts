import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { serveOpenApi } from '#platform/http/open-api';
import { asApi, webServer } from '#platform/http/web-server';
import { nestLogger } from '#platform/logging';

export interface ApiOptions {
  /** What it consists of, such as CasusModule.register(…), InsightModule.register(…), HealthModule.register(…). */
  readonly modules: readonly DynamicModule[];
  readonly log: Logger;
}

/** All of an API in one module. */
@Module({})
class Api {}

/** Puts an API together, not yet listening: for tests, and for `startApi`. */
export async function createApi({ modules, log }: ApiOptions): Promise<NestFastifyApplication> {
  const options = { bodyParser: false, logger: nestLogger(log), abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: Api, imports: [...modules] },
    webServer(),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest takes literals here
    options,
  );
  asApi(app, log);
  serveOpenApi(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** How long a stop waits for requests that are being answered. */
const PATIENCE_MS = 10_000;

/** An API that listens at `url`. `close` takes no new requests and lets those at hand be answered, for ten seconds at most. */
export interface RunningApi {
  readonly url: string;
  close(): Promise<void>;
}

/** Puts an API together and listens. Rejects with the error of the system (`code` EADDRINUSE, EACCES …) when it cannot. */
export async function startApi(options: ApiOptions & { host: string; port: number }): Promise<RunningApi> {
  const app = await createApi(options);
  try {
    await app.listen(options.port, options.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { url: await app.getUrl(), close: () => closeInTime(app) };
}

async function closeInTime(app: NestFastifyApplication): Promise<void> {
  const impatience = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, PATIENCE_MS);
  await app.close().finally(() => {
    clearTimeout(impatience);
  });
}
