import type { InboxCommandName } from '#casus/inbox/inbox-commands';
import { EmptyBody } from '#commands/body/command-body';
import type { CommandLine } from '#commands/table/command-line';

const line = <N extends InboxCommandName>(name: N, path: string, summary: string): CommandLine<N> => ({
  do: name,
  path,
  body: EmptyBody,
  summary,
});

const I = 'inbox/items/{item}';

/** Every command of an inbox, a line each. Whose inbox, the acting partner says. */
export const INBOX_TABLE = [
  line('read-inbox-item', `${I}/read`, 'Marks an item of the inbox as read, for whoever acts'),
  line('unread-inbox-item', `${I}/unread`, 'Puts an item of the inbox back as unread, for whoever acts'),
] as const;

type Listed = (typeof INBOX_TABLE)[number]['do'];

/** Does not compile as long as a command of the inbox has no line. */
const lines: readonly CommandLine<Exclude<InboxCommandName, Listed> extends never ? InboxCommandName : never>[] =
  INBOX_TABLE;

const byName: ReadonlyMap<string, CommandLine<InboxCommandName>> = new Map(lines.map((one) => [one.do, one]));

/** The line of a command; undefined when there is no such command. */
export const inboxLineOf = (name: string): CommandLine<InboxCommandName> | undefined => byName.get(name);
