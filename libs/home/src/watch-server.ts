import { Client } from 'pg';

/** What watching a server takes. */
export interface Watching {
  readonly url: string;
  /** Whether the server is there, asked once the connection to it has ended. */
  readonly answers: () => Promise<boolean>;
  /** Told once, when the server is gone. */
  readonly lost: () => void;
}

/** Holds a connection to a server to learn of its end. `close` ends the watch; rejects when there is no server to begin with. */
export async function watchServer({ url, answers, lost }: Watching): Promise<{ close(): Promise<void> }> {
  let held: Client | undefined;
  let closed = false;

  async function hold(): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'aanzet-home', keepAlive: true });
    client.on('error', () => undefined);
    await client.connect();
    held = client;
    client.once('end', onEnd);
  }

  async function ended(): Promise<void> {
    // One connection may end for other reasons, such as an account that ends it.
    const there = await answers().catch(() => false);
    const again =
      there &&
      (await hold().then(
        () => true,
        () => false,
      ));
    if (!again && !closed) lost();
  }

  const onEnd = () => void ended();
  await hold();
  return {
    async close() {
      closed = true;
      held?.off('end', onEnd);
      await held?.end().catch(() => undefined);
    },
  };
}
