import { fileURLToPath } from 'node:url';
import { BY, casusOf, clientLoad, noteOf, type ClientLoad, type Served } from '#tests/bench/http/client-load';
import { leanClient } from '#tests/bench/http/lean-client';
import { startApp, startProgram, type Program } from '#tests/bench/programs/program';
import { median, say, table } from '#tests/bench/report';
import { freshDatabase } from '#tests/engines/database';

const CLIENTS = 64;
const CASUS_PER_CLIENT = 10;
const resident = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 2006 };

/** The casus service on a database, with a casus for every note; and the answer that it gives to one. */
async function casusService(database: string): Promise<{ program: Program; answer: string }> {
  const program = await startApp('casus', { DATABASE_URL: database });
  const connections = await Promise.all(Array.from({ length: CLIENTS }, () => leanClient(program.url)));
  const give = async (client: number, path: string, body: object) => {
    const answer = await connections[client]?.send('POST', `/v1/${path}`, BY, body);
    if (!answer || answer.status >= 300) throw new Error(`${path} was refused: ${answer?.text ?? ''}`);
    return answer.text;
  };
  await give(0, 'partners', { partner: BY, kind: 'social-team', name: 'Sociaal team' });
  await Promise.all(
    connections.map(async (_, client) => {
      for (let n = 0; n < CASUS_PER_CLIENT; n++) {
        const opening = { title: 'Een plek', goal: 'Een eigen plek', situation: '-', residents: [resident] };
        await give(client, 'casus', { reference: casusOf(client, n), ...opening });
      }
    }),
  );
  const answer = await give(0, `casus/${casusOf(0, 0)}/notes`, noteOf(0));
  for (const connection of connections) connection.close();
  return { program, answer };
}

const startPeer = (kind: string, answer: string): Promise<Program> =>
  startProgram(fileURLToPath(new URL('peer.ts', import.meta.url)), {}, [kind, answer]);

const OURS = 'Aanzet: authenticated, validated, decided, durable';
const ROUTE = 'the same Fastify route, answering with no work';

function rowsOf(results: ReadonlyMap<string, readonly Served[]>): Record<string, string | number>[] {
  const middle = (of: readonly Served[], what: (one: Served) => number) => median(of.map(what));
  const route = middle(results.get(ROUTE) ?? [], ({ perSecond }) => perSecond);
  return [...results].map(([name, of]) => ({
    what: name,
    'commands/s': Math.round(middle(of, ({ perSecond }) => perSecond)),
    'of the route': `${Math.round((middle(of, ({ perSecond }) => perSecond) / route) * 100)} %`,
    'p50 ms': middle(of, ({ p50 }) => p50).toFixed(2),
    'p99 ms': middle(of, ({ p99 }) => p99).toFixed(2),
    'CPU of the server, µs each': Math.round(middle(of, ({ serverCpu }) => serverCpu)),
    'CPU of the clients, µs each': Math.round(middle(of, ({ clientCpu }) => clientCpu)),
    refused: of.reduce((sum, { refused }) => sum + refused, 0),
  }));
}

/** Commands over HTTP, of 64 clients that keep their connections, beside servers that do less and less; each a process. */
export async function benchCommandsHttp({ seconds, rounds }: { seconds: number; rounds: number }): Promise<void> {
  const load: ClientLoad = { clients: CLIENTS, casusPerClient: CASUS_PER_CLIENT, seconds };
  const database = await freshDatabase();
  const { program, answer } = await casusService(database.url);
  const servers: readonly (readonly [string, Program])[] = [
    [OURS, program],
    [ROUTE, await startPeer('route', answer)],
    ['that route with the headers, id and log line of our API', await startPeer('dressed', answer)],
    ['node:http by itself: as far as the clients come, or farther', await startPeer('bare', answer)],
  ];
  const results = new Map<string, Served[]>(servers.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Each in turn, so that a busy moment of the machine falls on all.
    for (const [name, server] of servers) results.get(name)?.push(await clientLoad(server, load));
  }
  say(`\n### Commands over HTTP: ${CLIENTS} clients, ${CLIENTS * CASUS_PER_CLIENT} casus\n`);
  say(table(rowsOf(results)));
  for (const [, server] of servers) await server.stop();
  await database.drop();
}
