import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import { searchEvent, type SearchEvent } from '#homes/search/search-events';
import { openLog } from '#platform/logging';
import { openAllocation, type AllocationStorage } from '#apps/allocation/src/allocation-database';
import { CasusUnreachable, type Sent } from '#apps/allocation/src/casus-api';
import { bell } from '#apps/allocation/src/errands/bell';
import { runErrands } from '#apps/allocation/src/errands/errands';
import { Shelf } from '#apps/allocation/src/shelf';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { answeringWork } from '#tests/integration/answering-work';

const CASUS = '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';
const candidate = { casus: CASUS, step: 'E9' };
const at = instant('2026-11-20T09:00Z');
const features = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };

const LIFE: readonly HomeEvent[] = [
  homeEvent('HomeRegistered', { landlord: 'corporatie', features, freeFrom: localDate('2026-12-01') }),
  homeEvent('HomeReserved', { candidate }),
  homeEvent('HomeOffered', { candidate, offer: 'offer-1', expiresOn: localDate('2026-11-24') }),
  homeEvent('HomeAccepted', { candidate, offer: 'offer-1' }),
  homeEvent('HomeLet', { candidate, from: localDate('2026-12-01') }),
];

const COMMANDS = ['start-step', 'wait-for', 'resume', 'complete-step'];

describe('what the service of a corporation sends to the casus', () => {
  let database: FreshDatabase;
  let storage: AllocationStorage;

  beforeEach(async () => {
    database = await freshDatabase();
    storage = await openAllocation(database.url);
    const metadata = { commandId: 'c', actor: { partner: 'corporatie' }, occurredAt: at, recordedAt: at };
    const events = LIFE.map((event, index) => ({
      ...event,
      id: `event-${index}`,
      metadata: { ...metadata, correlationId: 'c', causationId: 'c' },
    }));
    await storage.store.append([{ stream: streamName('home', 'linde-4'), expected: 'no-stream', events }]);
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });

  type Send = (command: string, key: string, casus: string) => Sent;
  const workOf = (send: Send) =>
    answeringWork(
      storage,
      ({ command, casus }, key) =>
        new Promise((resolve) => {
          resolve(send(command, key, casus));
        }),
      at,
    );

  /** Sends from where it was left off, each command by `send`, until all is sent or that throws. */
  async function run(send: Send): Promise<void> {
    while (await workOf(send)(new AbortController().signal));
  }

  const refusals = async () => (await new Shelf(storage.store).readOn()).refusals();

  async function append(stream: StreamName, events: readonly (HomeEvent | SearchEvent)[]): Promise<void> {
    const metadata = { commandId: 'c', actor: { partner: 'corporatie' }, occurredAt: at, recordedAt: at };
    const proposed = events.map((event) => ({
      ...event,
      id: randomUUID(),
      metadata: { ...metadata, correlationId: 'c', causationId: 'c' },
    }));
    await storage.store.append([{ stream, expected: 'any', events: proposed }]);
  }

  it('comes once in its effect and in order, though the casus is away and answers get lost at every command', async () => {
    const received: string[] = [];
    const effects = new Map<string, string>();
    let tries = 0;
    for (let over = false; !over;) {
      over = await run((command, key) => {
        tries += 1;
        if (tries % 3 === 1) throw new CasusUnreachable('away');
        received.push(command);
        effects.set(key, command);
        // Taken, and the answer to that lost.
        if (tries % 3 === 2) throw new CasusUnreachable('no answer');
        return { result: 'done' };
      }).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(CasusUnreachable);
          return false;
        },
      );
    }
    expect([...effects.values()]).toEqual(COMMANDS);
    expect(received).toEqual(COMMANDS.flatMap((command) => [command, command]));
    expect(tries).toBe(3 * COMMANDS.length);
  });

  it('is kept when it is refused, once, and holds up nothing behind it', async () => {
    const sent: string[] = [];
    await run((command) => {
      sent.push(command);
      return command === 'wait-for' ? { result: 'refused', code: 'not-in-this-state' } : { result: 'done' };
    });
    // What was not taken needs no end.
    expect(sent).toEqual(['start-step', 'wait-for', 'complete-step']);
    expect(await refusals()).toEqual([
      { event: 'event-2', command: 'wait-for', casus: CASUS, about: 'E9', code: 'not-in-this-state', at },
    ]);
  });

  it('is sent no more once it is recorded that it was refused, though the process died before it noted how far it came', async () => {
    await run(() => ({ result: 'refused', code: 'not-in-this-state' }));
    const noted = await refusals();
    expect(noted.map(({ command }) => command)).toEqual(['start-step', 'wait-for', 'complete-step']);
    await storage.db.deleteFrom('checkpoints').execute();
    const sent: string[] = [];
    await run((command) => {
      sent.push(command);
      return { result: 'done' };
    });
    expect(sent).toEqual([]);
    expect(await refusals()).toEqual(noted);
  });

  it('ends no waiting that another began: one that the casus refused from here is not resumed from here', async () => {
    const search = streamName('search', CASUS);
    const refusing: Send = (command) =>
      command === 'wait-for' ? { result: 'refused', code: 'not-in-this-state' } : { result: 'done' };
    const sent: string[] = [];
    const send: Send = (...about) => {
      sent.push(about[0]);
      return refusing(...about);
    };
    await run(send);
    await append(search, [searchEvent('NoFitRecorded', { step: 'E9' })]);
    await append(search, [searchEvent('FittingHomeFound', { step: 'E9', home: 'linde-6' })]);
    await run(send);
    expect(sent).toEqual(['start-step', 'wait-for', 'complete-step', 'wait-for']);
  });

  it('to a casus that cannot be told now holds up no other, and comes in its order once that can be told', async () => {
    const other = '0f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';
    const theirs = { casus: other, step: 'E9' };
    const [registered, reserved] = [LIFE.slice(0, 1), homeEvent('HomeReserved', { candidate: theirs })];
    await append(streamName('search', other), [searchEvent('NoFitRecorded', { step: 'E9' })]);
    await append(streamName('home', 'linde-6'), [...registered, reserved]);
    await append(streamName('home', 'linde-8'), LIFE.slice(0, 2));
    const sent: string[] = [];
    let broken = true;
    const send: Send = (command, _, casus) => {
      if (broken && casus === CASUS) throw new CasusUnreachable('it answered with status 500');
      sent.push(`${command} ${casus === CASUS ? 'first' : 'other'}`);
      return { result: 'done' };
    };
    const work = workOf(send);
    const { signal } = new AbortController();
    for (let round = 0; round < 2; round++) await expect(work(signal)).rejects.toThrow('status 500');
    expect(sent).toEqual(['wait-for other', 'resume other', 'start-step other']);

    broken = false;
    sent.length = 0;
    while (await work(signal));
    expect(sent).toEqual(
      ['start-step', 'wait-for', 'resume', 'complete-step', 'start-step'].map((one) => `${one} first`),
    );
  });

  it('is no trouble any more once what was away is there again, without a stop', async () => {
    let away = true;
    const work = workOf(() => {
      if (away) throw new CasusUnreachable('away');
      return { result: 'done' };
    });
    const paused: number[] = [];
    const errands = runErrands([{ name: 'answering', work }], {
      log: openLog('silent'),
      ending: new AbortController().signal,
      bell: bell(),
      pause(tries) {
        away = paused.push(tries) < 3;
        return setImmediate();
      },
    });
    while (paused.length === 0 || errands.troubles.size > 0) await setImmediate();
    expect(paused).toEqual([1, 2, 3]);
    await errands.stop();
  });

  it('is nothing of one that waits for its turn while another sends', async () => {
    const [sending, finish] = [Promise.withResolvers<undefined>(), Promise.withResolvers<Sent>()];
    const work = answeringWork(
      storage,
      () => {
        sending.resolve(undefined);
        return finish.promise;
      },
      at,
    );
    const first = work(new AbortController().signal);
    await sending.promise;
    const sent: string[] = [];
    const other = workOf((command) => {
      sent.push(command);
      return { result: 'done' };
    });
    expect(await other(new AbortController().signal)).toBe(false);
    expect(sent).toEqual([]);
    finish.resolve({ result: 'done' });
    await first;
  });

  it('says once that work resumes and starts, however reserving, offering and finding come behind each other', async () => {
    const [home, search] = [streamName('home', 'linde-6'), streamName('search', CASUS)];
    const sent: string[] = [];
    const send = () =>
      run((command) => {
        sent.push(command);
        return { result: 'done' };
      });
    await send();
    sent.length = 0;
    await append(search, [searchEvent('NoFitRecorded', { step: 'E9' })]);
    await append(home, LIFE.slice(0, 3));
    await append(search, [searchEvent('FittingHomeFound', { step: 'E9', home: 'linde-6' })]);
    await send();
    expect(sent).toEqual(['wait-for', 'resume', 'start-step', 'wait-for']);

    sent.length = 0;
    const released = homeEvent('HomeDeclined', { by: 'agency', candidate, offer: 'offer-1', reason: 'other' });
    await append(home, [released]);
    await append(search, [searchEvent('NoFitRecorded', { step: 'E9' })]);
    await send();
    await append(search, [searchEvent('FittingHomeFound', { step: 'E9', home: 'linde-6' })]);
    await append(home, [homeEvent('HomeReserved', { candidate })]);
    await send();
    expect(sent).toEqual(['resume', 'wait-for', 'resume', 'start-step']);
  });
});
