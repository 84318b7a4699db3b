import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';

/** How an address is chosen: by the options of a start, or by the variables of a service. */
export interface ChosenWith {
  readonly host: string;
  readonly port: string;
}

/** Throws a Trouble when nobody may listen on this address now. Port 0 takes any that is free. */
export async function assertFreeAddress(host: string, port: number, chosenWith: ChosenWith): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    const code = errorCode(error) ?? 'no reason given';
    if (code === 'EADDRINUSE') {
      throw new Trouble(
        `port ${port} is in use: stop what listens there, or choose another one with ${chosenWith.port}`,
        error,
      );
    }
    if (code === 'EACCES')
      throw new Trouble(`port ${port} may not be used: choose one above 1023 with ${chosenWith.port}`, error);
    throw new Trouble(
      `${host} is no address to listen on here (${code}): choose another one with ${chosenWith.host}`,
      error,
    );
  }
  probe.close();
  await once(probe, 'close');
}
