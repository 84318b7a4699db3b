import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A way to a server that may go dead, as by a power cut in between: nothing passes, and neither end hears of it. When one
 * end closes what went dead, the other is closed too; in a real cut the server is told by its own keepalive instead.
 */
export interface Line {
  /** The address of the server, by this way. */
  readonly url: string;
  /** From now on nothing passes of what is connected now. */
  goDead(): void;
  close(): Promise<void>;
}

/** Opens a way to the server at an address. */
export async function openLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(url);
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href,
    goDead() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.resume();
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
