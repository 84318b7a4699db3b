import { setTimeout as after } from 'node:timers/promises';
import type { LeanPool } from '#tests/bench/http/lean-pool';

/** A command that was given: when it was due, and when it was answered with which position. Milliseconds. */
export interface Given {
  readonly casus: string;
  /** The step that it planned; undefined: it added a note. */
  readonly step: string | undefined;
  readonly due: number;
  readonly answered: number;
  readonly token: string;
}

export interface Rate {
  readonly perSecond: number;
  readonly seconds: number;
  readonly casus: readonly string[];
  /** A letter that begins the names of the steps that are planned. */
  readonly letter: string;
}

const BY = 'sociaal-team';
/** One command in so many plans a step, which is a row on the board; the others add a note. */
const PLANS_ONE_IN = 10;

/**
 * Gives commands at a steady rate, whether those before are answered or not. Each counts from when it was due: one that
 * had to wait for a connection, or for this process, has waited. `answered` is told of each. Throws at a refusal.
 */
export async function steadyCommands(
  pool: LeanPool,
  { perSecond, seconds, casus, letter }: Rate,
  answered: (given: Given) => void,
): Promise<readonly Given[]> {
  const give = async (n: number, due: number): Promise<Given> => {
    const of = casus[n % casus.length] ?? '';
    const plans = (n + Math.floor(n / casus.length)) % PLANS_ONE_IN === 0;
    const step = plans ? `${letter}${n}` : undefined;
    const [path, body] = plans
      ? ['steps', { step, title: 'Een stap', category: 'general', owner: BY }]
      : ['notes', { text: `Gebeld (${n})`, audience: 'all' }];
    const { status, token, text } = await pool.send('POST', `/v1/casus/${of}/${path}`, BY, body);
    if (status >= 300) throw new Error(`a command was refused: ${text}`);
    const given = { casus: of, step, due, answered: performance.now(), token };
    answered(given);
    return given;
  };
  const begun = performance.now();
  const all: Promise<Given>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = begun + (n * 1000) / perSecond;
    while (performance.now() < due) await after(1);
    const giving = give(n, due);
    // A refusal is thrown at the end, when all are waited for.
    giving.catch(() => undefined);
    all.push(giving);
  }
  return Promise.all(all);
}
