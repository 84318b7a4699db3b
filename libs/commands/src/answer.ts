import type { Done, Warning } from '#commands/command-order';
import type { CommandLine } from '#commands/table/command-line';
import type { StoredEvent } from '#commands/trade';

/** The answer to a command, from what it wrote and nothing else: so that the same command again has the same answer. */
export function answerOf(
  line: CommandLine,
  head: Done['answer'],
  revision: number,
  events: readonly StoredEvent[],
  warnings: readonly Warning[],
): Done['answer'] {
  const { creates } = line;
  const created: unknown = creates && new Map<string, unknown>(Object.entries(events[0]?.data ?? {})).get(creates);
  return {
    ...head,
    ...(creates && typeof created === 'string' && { [creates]: created }),
    revision,
    events: events.map((event) => event.type),
    ...(line.warns && { warnings }),
  };
}
