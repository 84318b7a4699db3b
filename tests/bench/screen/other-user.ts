import { setTimeout as after } from 'node:timers/promises';
import { leanPool, type LeanPool } from '#tests/bench/http/lean-pool';
import { say, table } from '#tests/bench/report';
import { spreadOf } from '#tests/bench/samples';
import { followChanges } from '#tests/bench/screen/changes-heard';
import { steadyCommands, type Given } from '#tests/bench/screen/steady-commands';
import { townServices } from '#tests/bench/screen/town-services';

const BY = 'sociaal-team';
const CASUS = 200;
const PER_SECOND = 200;
const PATIENCE_MS = 10_000;
const resident = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 2006 };

async function openCasus(pool: LeanPool): Promise<readonly string[]> {
  const give = async (path: string, body: object) => {
    const { status, text } = await pool.send('POST', `/v1/${path}`, BY, body);
    if (status >= 300) throw new Error(`${path} was refused: ${text}`);
  };
  await give('partners', { partner: BY, kind: 'social-team', name: 'Sociaal team' });
  const references = Array.from({ length: CASUS }, (_, n) => `c-${n}`);
  const opening = { title: 'Een plek', goal: 'Een eigen plek', situation: '-', residents: [resident] };
  await Promise.all(references.map((reference) => give('casus', { reference, ...opening })));
  return references;
}

/** The other user's board: when it shows a step, asked now. Rejects when it does not. */
async function shownOn(insight: LeanPool, casus: string, step: string, atLeast = ''): Promise<number> {
  const least = atLeast === '' ? '' : `&atLeast=${atLeast}`;
  const { status, text } = await insight.send('GET', `/v1/next-steps?casus=${casus}&limit=200${least}`, BY);
  const { items } = JSON.parse(text) as { items?: { step: string }[] };
  if (!items?.some((item) => item.step === step)) throw new Error(`the board lacks ${step} (status ${status})`);
  return performance.now();
}

const rowOf = (what: string, took: readonly number[], of: number) => {
  const { p50, p95, p99 } = spreadOf(took);
  return {
    'from when a command is due until': what,
    'p50 ms': p50.toFixed(1),
    'p95 ms': p95.toFixed(1),
    'p99 ms': p99.toFixed(1),
    times: took.length,
    'never seen': of - took.length,
  };
};

/** What the other user came to see: when a position was told, and when a planned step stood on the board. */
function otherUser(board: LeanPool) {
  const told = new Map<string, number>();
  const onBoard = new Map<string, number>();
  const asked = new Map<string, number>();
  const looking: Promise<void>[] = [];
  const look = (into: Map<string, number>, casus: string, step: string, atLeast?: string) => {
    // A failure shows as a row that was never seen.
    const shown = shownOn(board, casus, step, atLeast).then((at) => void into.set(step, at));
    looking.push(shown.catch(() => undefined));
  };
  /** Every other step is looked for when the feed tells of it, the others are asked for with the position. */
  const isToldOf = (step: string) => Math.floor(Number(step.slice(1)) / 10) % 2 === 0;
  return {
    ...{ told, onBoard, asked, isToldOf, looking },
    hear(id: string, casus: string, step: string | null) {
      told.set(id, performance.now());
      if (step !== null && isToldOf(step)) look(onBoard, casus, step);
    },
    answered: ({ step, casus, token }: Given) => {
      if (step !== undefined && !isToldOf(step)) look(asked, casus, step, token);
    },
  };
}

/** From a command to the screen of another user: told by the feed, and shown by the board. Casus, projector and insight apart. */
export async function commandToScreen(seconds: number): Promise<void> {
  const services = await townServices(['projector', 'insight', 'casus']);
  const writes = await leanPool(services.url('casus'), 32);
  const board = await leanPool(services.url('insight'), 8);
  const casus = await openCasus(writes);
  const user = otherUser(board);
  const listener = await followChanges(services.url('insight'), BY, (change) => {
    user.hear(change.id, change.casus, change.step);
  });
  const rate = { perSecond: PER_SECOND, casus };
  await steadyCommands(writes, { ...rate, letter: 'W', seconds: Math.ceil(seconds / 5) }, () => undefined);
  const given = await steadyCommands(writes, { ...rate, letter: 'S', seconds }, user.answered);
  const patience = performance.now() + PATIENCE_MS;
  while (given.some(({ token }) => !user.told.has(token)) && performance.now() < patience) await after(50);
  await Promise.all(user.looking);
  listener.hangUp();
  say(
    `\n### From a command to the screen of another user: ${PER_SECOND} commands/s for ${seconds} s, ${CASUS} casus\n`,
  );
  const since = (seen: ReadonlyMap<string, number>, key: (one: Given) => string | undefined, of = given) =>
    of.flatMap((one) => {
      const at = seen.get(key(one) ?? '');
      return at === undefined ? [] : [at - one.due];
    });
  const planned = (told: boolean) => given.filter(({ step }) => step !== undefined && user.isToldOf(step) === told);
  const own = given.map(({ due, answered }) => answered - due);
  const [followed, waited] = [planned(true), planned(false)];
  say(
    table([
      rowOf('it is answered', own, given.length),
      rowOf(
        'the feed has told the other user',
        since(user.told, ({ token }) => token),
        given.length,
      ),
      rowOf(
        "the row is on the other user's board, fetched when told",
        since(user.onBoard, ({ step }) => step, followed),
        followed.length,
      ),
      rowOf(
        'the row is on a board that is asked with `atLeast`',
        since(user.asked, ({ step }) => step, waited),
        waited.length,
      ),
    ]),
  );
  writes.close();
  board.close();
  await services.close();
}
