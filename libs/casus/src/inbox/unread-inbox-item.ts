import { accepted } from '#event-sourcing/decider';
import { markOf } from '#casus/inbox/inbox';
import { readingOf, refusedAnyhow, refusedOrder, type DecideInbox } from '#casus/inbox/inbox-commands';
import { inboxEvent } from '#casus/inbox/inbox-events';
import { inboxRejected } from '#casus/inbox/inbox-rejection';

/** Puts an item back as unread, for whoever acts and nobody else. Domain, "The inbox". */
export const unreadInboxItem: DecideInbox = (command, inbox) => {
  const refused = refusedAnyhow(command);
  if (refused) return refused;
  const reading = readingOf(command);
  const last = markOf(inbox, reading);
  if (!last?.read) return inboxRejected('not-read', { item: command.item });
  return refusedOrder(command, last) ?? accepted(inboxEvent('InboxItemUnread', reading));
};
