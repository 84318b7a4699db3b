import { leanClient } from '#tests/bench/http/lean-client';
import { spreadOf, type Spread } from '#tests/bench/samples';
import { processorMs } from '#tests/bench/programs/usage';
import type { Program } from '#tests/bench/programs/program';

/** So many clients, each with one command at a time, on casus of its own: no two meet on one stream. */
export interface ClientLoad {
  readonly clients: number;
  readonly casusPerClient: number;
  readonly seconds: number;
}

/** How much was answered, how long it took (milliseconds), and what it cost the server and the clients (microseconds). */
export interface Served extends Spread {
  readonly perSecond: number;
  readonly refused: number;
  readonly serverCpu: number;
  readonly clientCpu: number;
}

export const BY = 'sociaal-team';
export const casusOf = (client: number, n: number): string => `c-${client}-${n}`;
export const noteOf = (n: number): object => ({
  text: `Gebeld over stap ${n}, terugbellen na het weekend`,
  audience: 'all',
});

/** Adds notes for `seconds`, after a warm-up of a quarter of that. */
export async function clientLoad({ url, pid }: Program, load: ClientLoad): Promise<Served> {
  const connections = await Promise.all(Array.from({ length: load.clients }, () => leanClient(url)));
  const from = performance.now() + load.seconds * 250;
  const until = from + load.seconds * 1000;
  const took: number[] = [];
  let refused = 0;
  let all = 0;
  const before = { server: processorMs(pid), client: process.cpuUsage() };
  await Promise.all(
    connections.map(async (connection, client) => {
      for (let n = 0; ; n++) {
        const begun = performance.now();
        if (begun >= until) return;
        const path = `/v1/casus/${casusOf(client, n % load.casusPerClient)}/notes`;
        const { status } = await connection.send('POST', path, BY, noteOf(n));
        const ended = performance.now();
        all += 1;
        if (status !== 200) refused += 1;
        else if (begun >= from && ended <= until) took.push(ended - begun);
      }
    }),
  );
  const { user, system } = process.cpuUsage(before.client);
  const serverCpu = ((processorMs(pid) - before.server) * 1000) / all;
  for (const connection of connections) connection.close();
  const perSecond = took.length / load.seconds;
  return { ...spreadOf(took), perSecond, refused, serverCpu, clientCpu: (user + system) / all };
}
