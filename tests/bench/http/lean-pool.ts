import { leanClient, type LeanClient } from '#tests/bench/http/lean-client';

/** Connections to one server, of which each request takes one that is free. */
export type LeanPool = LeanClient;

/** Opens so many connections. A request waits while all are taken. */
export async function leanPool(url: string, connections: number): Promise<LeanPool> {
  const all = await Promise.all(Array.from({ length: connections }, () => leanClient(url)));
  const free = [...all];
  const waiting: ((client: LeanClient) => void)[] = [];
  const taken = (): Promise<LeanClient> => {
    const client = free.pop();
    return client ? Promise.resolve(client) : new Promise((resolve) => waiting.push(resolve));
  };
  const put = (client: LeanClient) => {
    const next = waiting.shift();
    if (next) next(client);
    else free.push(client);
  };
  return {
    async send(method, path, by, body) {
      const client = await taken();
      try {
        return await client.send(method, path, by, body);
      } finally {
        put(client);
      }
    },
    close() {
      for (const client of all) client.close();
    },
  };
}
