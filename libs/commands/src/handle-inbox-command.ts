import type { StateCache } from '#event-sourcing/execute';
import { idOf, streamName } from '#event-sourcing/stream-name';
import type { Inbox } from '#casus/inbox/inbox';
import type { InboxCommand, InboxCommandName } from '#casus/inbox/inbox-commands';
import { inboxDecider } from '#casus/inbox/inbox-decider';
import type { InboxEvent } from '#casus/inbox/inbox-events';
import { INBOX_CATEGORY, readInboxFact, type InboxFact } from '#casus/inbox/inbox-fact';
import { itemPlace, type Told } from '#casus/inbox/inbox-item';
import { inboxRejected, inboxRejectionSentence, type InboxRejection } from '#casus/inbox/inbox-rejection';
import { readWatchFact, WATCH_CATEGORY } from '#casus/watch/watch-fact';
import { carryOut } from '#commands/carry-out';
import type { CommandDeps, CommandOrder, Handled } from '#commands/command-order';
import { isPlainObject } from '#commands/form/form';
import { newPartner } from '#commands/form/forms';
import { actorUnknown, refused } from '#commands/refusal';
import { inboxLineOf } from '#commands/table/inbox-table';
import type { Trade } from '#commands/trade';

export interface InboxCommandDeps extends CommandDeps {
  readonly inboxStates?: StateCache<Inbox>;
}

/** A command on the inbox of the partner that acts. */
export type InboxCommandOrder = CommandOrder<InboxCommandName>;

const refusalOf = ({ kind, code, details }: InboxRejection) =>
  refused(kind, code, inboxRejectionSentence(code), details);

const trade = (
  item: string,
  told: Told | undefined,
  cache: StateCache<Inbox> | undefined,
): Trade<InboxCommand, Inbox, InboxFact, InboxEvent, InboxRejection> => ({
  decider: inboxDecider,
  ...(cache && { cache }),
  read: readInboxFact,
  // The fields were checked by the class that the table of commands names for this very command.
  commandOf: (name, fields, context) => ({ ...fields, ...context, told, do: name }) as unknown as InboxCommand,
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: refusalOf,
  missing: () => (told ? undefined : refusalOf(inboxRejected('inbox-item-unknown', { item }).rejection)),
  about: (_, stream) => ({ responsible: idOf(stream) }),
  head: (stream) => Promise.resolve({ partner: idOf(stream), item }),
});

/** To whom an item was told, from the stream of the watch that it names; undefined when nothing was told there. */
async function toldIn({ store }: CommandDeps, item: string): Promise<Told | undefined> {
  const place = itemPlace(item);
  if (!place) return undefined;
  const stream = streamName(WATCH_CATEGORY, place.casus);
  const [event] = await store.readStream(stream, { from: place.revision, limit: 1 });
  const fact = event && readWatchFact(event);
  return fact?.type === 'Escalated' ? fact.data : undefined;
}

/** Carries out one command on an inbox; refusals come back as values, in the order 404, 400, 403, 409. */
export async function handleInboxCommand(deps: InboxCommandDeps, order: InboxCommandOrder): Promise<Handled> {
  const line = inboxLineOf(order.do);
  if (!line) throw new TypeError(`no line in the table of commands for ${order.do}`);
  const { partner } = order.actor;
  if (!newPartner.fits(partner)) return actorUnknown(partner);
  const named = order.address?.['item'] ?? (isPlainObject(order.fields) ? order.fields['item'] : undefined);
  const item = typeof named === 'string' ? named : '';
  const stream = streamName(INBOX_CATEGORY, partner);
  const told = await toldIn(deps, item);
  return carryOut(deps, trade(item, told, deps.inboxStates), { line, stream, target: stream, order });
}
