import { jest } from '@jest/globals';
import { runService } from '#installation/run-service';
import { service } from '#installation/service';

const lame = service({ name: 'lame', about: 'cannot stop', compose: () => ({ modules: [], probes: {} }) });

describe('a service', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.removeAllListeners(event);
  });

  /** Runs it in an environment; what it said on standard error, and the code with which it ended. */
  async function ended(environment: NodeJS.ProcessEnv): Promise<{ said: string[]; code: unknown }> {
    const said: string[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    jest.replaceProperty(process, 'env', environment);
    const ending = new Promise<unknown>((resolve) => {
      jest.spyOn(process, 'exit').mockImplementation(((code: unknown) => {
        resolve(code);
      }) as never);
    });
    await runService(lame);
    return { said, code: await ending };
  }

  it('names every variable that does not fit, in one line, and ends with code 1', async () => {
    expect(await ended({ AANZET_PORT: '99999', AANZET_NOW: 'noon', DATABASE_URL: 'postgres://x/secret' })).toEqual({
      said: [
        'aanzet lame: AANZET_NOW must be a date and time with a time zone, such as 2026-11-20T12:00:00+01:00; AANZET_PORT must be a whole number from 0 to 65535\n',
      ],
      code: 1,
    });
  });

  it('names every fault of a rule file with its line', async () => {
    const { said } = await ended({ AANZET_RULES: 'package.json', AANZET_PORT: '0' });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^aanzet lame: package\.json:1: rules: is missing; .*; package\.json:2: name: is no key here; /,
    );
  });

  it('says what to do without a database, and repeats no account of one that it cannot reach', async () => {
    const nowhere = await ended({ AANZET_HOME: '/nowhere/at-all', AANZET_PORT: '0' });
    expect(nowhere.said.join('')).toMatch(/^aanzet lame: no database runs in the home folder .*DATABASE_URL.*\n$/);
    const closed = await ended({ DATABASE_URL: 'postgres://kim:secret@127.0.0.1:1/casus', AANZET_PORT: '0' });
    expect(closed.said.join('')).toMatch(/^aanzet lame: the database 127\.0\.0\.1:1\/casus is not reachable .*\n$/);
    expect(closed.said.join('')).not.toMatch(/kim|secret/);
  });
});
