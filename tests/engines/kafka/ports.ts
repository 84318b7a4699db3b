import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Where every Kafka of the specs listens. */
export const HOST = '127.0.0.1';

/** Whether nobody listens on a port of this machine. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, HOST, () =>
      probe.close(() => {
        resolve(true);
      }),
    );
  });

/** A free port below those that systems lend to clients: while the broker is down, none may get its port. */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
}
