import type { Command } from '#casus/commands';
import { replay, type Failure } from '#tests/properties/trial';

const MOST_REPLAYS = 600;

/** Leaves out commands, ever smaller runs of them, as long as the same rule is still broken by what is left. */
export async function shrunk(failure: Failure): Promise<Failure> {
  let best = failure;
  let replays = 0;
  for (let size = Math.ceil(failure.commands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.commands.length && replays < MOST_REPLAYS;) {
      const rest = best.commands.toSpliced(from, size);
      replays += 1;
      const still = await replay(rest, failure.view);
      if (still?.rule === failure.rule) best = still;
      else from += size;
    }
  }
  return best;
}

const lineOf = ({ do: name, actor, occurredAt, recordedAt, ...fields }: Command): string => {
  const given = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const late = recordedAt === occurredAt ? '' : ` (recorded ${recordedAt})`;
  return `  ${occurredAt}${late} ${actor.partner}: ${[name, ...given].join(', ')}`;
};

/** A failure as one can read it: what was broken, and the shortest way there that was found. */
export const told = ({ seen, commands }: Failure): string => [seen, 'after', ...commands.map(lineOf)].join('\n');
