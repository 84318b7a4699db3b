import { connect } from 'node:net';

/** An answer. */
export interface LeanAnswer {
  readonly status: number;
  /** What `Consistency-Token` says; empty where it is missing. */
  readonly token: string;
  readonly text: string;
}

/** One connection that is kept, with one request at a time. */
export interface LeanClient {
  /** `by` is the partner that acts. Rejects when the connection ends. */
  send(method: 'GET' | 'POST', path: string, by: string, body?: object): Promise<LeanAnswer>;
  close(): void;
}

const HEAD_ENDS = '\r\n\r\n';

/** What has come in so far as an answer; undefined as long as it is not whole. */
function answerOf(come: string): LeanAnswer | undefined {
  const end = come.indexOf(HEAD_ENDS);
  if (end < 0) return undefined;
  const head = come.slice(0, end);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const begin = end + HEAD_ENDS.length;
  if (come.length < begin + length) return undefined;
  return {
    status: Number(head.slice(9, 12)),
    token: /\r\nconsistency-token: *(\S+)/i.exec(head)?.[1] ?? '',
    text: Buffer.from(come.slice(begin, begin + length), 'latin1').toString(),
  };
}

/**
 * Connects to a server. It reads no more of HTTP/1.1 than a server of Node writes with a length: a whole client costs as
 * much processor as the server that it is to measure, and has the same two cores.
 */
export async function leanClient(url: string): Promise<LeanClient> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  let come = '';
  let waiting: PromiseWithResolvers<LeanAnswer> | undefined;
  const fail = (error: Error) => waiting?.reject(error);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', fail);
  socket.on('close', () => {
    fail(new Error('the connection has ended'));
  });
  socket.on('data', (chunk: string) => {
    come += chunk;
    const answer = answerOf(come);
    if (!answer) return;
    come = '';
    const asked = waiting;
    waiting = undefined;
    asked?.resolve(answer);
  });
  return {
    send(method, path, by, body) {
      const text = body === undefined ? '' : JSON.stringify(body);
      const about =
        body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
      waiting = Promise.withResolvers<LeanAnswer>();
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${hostname}\r\naanzet-partner: ${by}\r\n${about}\r\n${text}`);
      return waiting.promise;
    },
    close() {
      socket.destroy();
    },
  };
}
