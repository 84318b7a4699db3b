import type { Command, CommandName } from '#casus/commands';
import type { Fact } from '#casus/fact';
import { chanceOf } from '#tests/properties/chance';
import { nextCommand } from '#tests/properties/commands/next-command';
import { FIRST_MOMENT } from '#tests/properties/commands/times';
import { Broken, type View } from '#tests/properties/broken';
import { noCoverage, type Coverage } from '#tests/properties/coverage';
import { watched, type Care } from '#tests/properties/watch';

/** Commands that it takes to end everything and close. */
const WINDING_UP = 35;
const CARE: Care = { states: 0.08, views: 0.06, intervals: 2 };
const UTMOST_CARE: Care = { states: 1, views: 0.3, intervals: 30 };

/** A rule that was broken, and the commands that led there. */
export interface Failure {
  readonly rule: string;
  readonly seen: string;
  readonly commands: readonly Command[];
  readonly view?: View | undefined;
}

function failureOf(error: unknown, commands: readonly Command[]): Failure {
  if (error instanceof Broken) return { rule: error.rule, seen: error.message, commands, view: error.view };
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { rule: `nothing throws: ${seen.split('\n')[0] ?? ''}`, seen, commands };
}

/** One random casus of some hundred commands: the `part` of a seed. Undefined when everything held. */
export async function tryCasus(seed: number, part: number, coverage: Coverage): Promise<Failure | undefined> {
  const chance = chanceOf(seed, part);
  const casus = watched(chanceOf(seed + 1, part), CARE, coverage);
  const length = chance.between(50, 170);
  const windsUpFrom = chance.happens(0.6) ? chance.between(25, length) : length;
  const commands: Command[] = [];
  coverage.casus += 1;
  try {
    let now = FIRST_MOMENT;
    for (let n = 0; n < length; n++) {
      const windingUp = n >= windsUpFrom && n < windsUpFrom + WINDING_UP;
      const command = nextCommand(chance, casus.history(), now, windingUp);
      commands.push(command);
      now = command.recordedAt;
      const [fact] = await casus.give(command);
      if (fact) commands.splice(-1, 1, withReference(command, fact));
    }
    await casus.end();
    return undefined;
  } catch (error) {
    return failureOf(error, commands);
  }
}

const BEGINS: Partial<Record<CommandName, string>> = {
  'plan-step': 'step',
  'offer-handoff': 'handoff',
  ask: 'ask',
  'request-takeover': 'takeover',
  'make-promise': 'promise',
};

/** The command with the reference that its decision gave, so that it keeps its name when commands before it are left out. */
function withReference(command: Command, { data }: Fact): Command {
  const key = BEGINS[command.do];
  const reference = Object.entries(data).find(([name]) => name === key);
  return reference ? { ...command, ...Object.fromEntries([reference]) } : command;
}

/** Commands again, with an eye on more than the first time, and on one view above all; undefined when everything holds. */
export async function replay(commands: readonly Command[], view?: View): Promise<Failure | undefined> {
  const casus = watched(chanceOf(commands.length), { ...UTMOST_CARE, view }, noCoverage());
  const given: Command[] = [];
  try {
    for (const command of commands) {
      given.push(command);
      await casus.give(command);
    }
    await casus.end();
    return undefined;
  } catch (error) {
    return failureOf(error, given);
  }
}
