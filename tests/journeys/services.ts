import { Agent, request } from 'node:http';
import { lookAtProcess } from '#home/process-mark';
import { start, type Program, type Running } from '#tests/journeys/processes';

/** A service that serves, as a process of its own. */
export interface Served extends Running {
  readonly url: string;
}

/** Starts a service and waits until it serves. */
export async function served(program: Program, env: NodeJS.ProcessEnv): Promise<Served> {
  const running = start(program, [], { AANZET_PORT: '0', ...env });
  const [, url = ''] = await running.untilSaid(/"url":"([^"]+)"/);
  return { ...running, url };
}

/** An answer in JSON, with what its headers say of the log. */
export interface Told {
  readonly status: number;
  readonly token: string;
  readonly body: Record<string, unknown>;
}

const told = async (answer: Response): Promise<Told> => ({
  status: answer.status,
  token: answer.headers.get('consistency-token') ?? '',
  body: (await answer.json()) as Told['body'],
});

export const ask = async (url: string): Promise<Told> =>
  told(await fetch(url, { headers: { 'aanzet-partner': 'sociaal-team' } }));

export const command = async (url: string, body: object): Promise<Told> =>
  told(
    await fetch(url, {
      method: 'POST',
      headers: { 'aanzet-partner': 'sociaal-team', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Settles once nobody may connect there any more. */
export async function closed(url: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(url)).arrayBuffer();
    } catch {
      return;
    }
  }
}

/** Settles once a process is no more. */
export async function gone(pid: number): Promise<void> {
  while ((await lookAtProcess(pid)).alive);
}

/** Sends a command of which the server has the headers and not yet the body; `finish` sends that and gives the status. */
export async function halfSent(url: string, body: object): Promise<{ finish(): Promise<number | undefined> }> {
  const text = JSON.stringify(body);
  const headers = {
    'aanzet-partner': 'sociaal-team',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    expect: '100-continue',
  };
  const sending = request(url, { method: 'POST', headers, agent: new Agent({ keepAlive: true }) });
  const answer = new Promise<number | undefined>((resolve, reject) => {
    sending.once('error', reject);
    sending.once('response', (given) => {
      given.resume();
      resolve(given.statusCode);
    });
  });
  await new Promise<void>((resolve) => {
    sending.once('continue', resolve);
    sending.flushHeaders();
  });
  return {
    finish() {
      sending.end(text);
      return answer;
    },
  };
}
