import { jest } from '@jest/globals';
import { runService } from '#platform/run-service';

describe('a service', () => {
  const address = process.env['DATABASE_URL'];
  beforeAll(() => {
    process.env['DATABASE_URL'] = 'postgres://127.0.0.1:1/nowhere';
  });
  afterAll(() => {
    if (address === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = address;
    jest.restoreAllMocks();
  });

  it('that cannot stop in order says so in one line, without what the error quotes, and ends with code 1', async () => {
    const said: unknown[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(text) > 0);
    const ended = new Promise<unknown>((resolve) => {
      jest.spyOn(process, 'exit').mockImplementation(((code: unknown) => {
        resolve(code);
      }) as never);
    });
    await runService(() => Promise.resolve(() => Promise.reject(new TypeError('row of Kim Voorbeeld'))));
    process.emit('SIGTERM');

    expect(await ended).toBe(1);
    expect(said).toEqual(['aanzet: it could not stop in order (TypeError, unknown)\n']);
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  });
});
