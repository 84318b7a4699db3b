import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in at a receiver. */
export interface Came {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (response: ServerResponse, came: Came) => void;

/** A server of a partner to which webhooks lead. */
export interface WebhookReceiver {
  readonly port: number;
  /** All requests in their order, refused ones too. */
  readonly came: readonly Came[];
  /** What it answers from now on. */
  answer: Answer;
  /** Settles once that holds of what came. */
  until(enough: (came: readonly Came[]) => boolean): Promise<readonly Came[]>;
  close(): Promise<void>;
}

export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, headers).end();
  };

export async function openReceiver(): Promise<WebhookReceiver> {
  const came: Came[] = [];
  const looks = new Set<() => void>();
  const receiver = { answer: answering(204) };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const event = JSON.parse(body) as Pick<Came, 'id' | 'type' | 'sequence'>;
      const one = {
        ...event,
        host: request.headers.host ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body,
      };
      came.push(one);
      receiver.answer(response, one);
      for (const look of looks) look();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(receiver, {
    port: (server.address() as AddressInfo).port,
    came,
    until: (enough: (came: readonly Came[]) => boolean) =>
      new Promise<readonly Came[]>((resolve) => {
        const look = () => {
          if (!enough(came)) return;
          looks.delete(look);
          resolve(came);
        };
        looks.add(look);
        look();
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

/** Verifies a signature the way a receiver does, by what the documentation says. */
export function isSigned({ headers, body }: Pick<Came, 'headers' | 'body'>, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  const given = Buffer.from(String(headers['webhook-signature']));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
