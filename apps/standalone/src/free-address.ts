import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';

/** Throws a Trouble when nobody may listen on this address now. Port 0 takes any that is free. */
export async function assertFreeAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    const code = errorCode(error) ?? 'no reason given';
    if (code === 'EADDRINUSE') {
      throw new Trouble(`port ${port} is in use: stop what listens there, or choose another one with --port`, error);
    }
    if (code === 'EACCES') throw new Trouble(`port ${port} may not be used: choose one above 1023 with --port`, error);
    throw new Trouble(`${host} is no address to listen on here (${code}): choose another one with --host`, error);
  }
  probe.close();
  await once(probe, 'close');
}
