import type { Decider } from '#event-sourcing/decider';
import { EMPTY_INBOX, evolveInbox, type Inbox } from '#casus/inbox/inbox';
import type { DecideInbox, InboxCommand, InboxCommandName } from '#casus/inbox/inbox-commands';
import type { InboxEvent } from '#casus/inbox/inbox-events';
import type { InboxFact } from '#casus/inbox/inbox-fact';
import type { InboxRejection } from '#casus/inbox/inbox-rejection';
import { readInboxItem } from '#casus/inbox/read-inbox-item';
import { unreadInboxItem } from '#casus/inbox/unread-inbox-item';

const decisions: Readonly<Record<InboxCommandName, DecideInbox>> = {
  'read-inbox-item': readInboxItem,
  'unread-inbox-item': unreadInboxItem,
};

/** The rules of the stream `inbox-<casus>-<partner>`: what was read of what the watch told. */
export const inboxDecider: Decider<InboxCommand, Inbox, InboxFact, InboxEvent, InboxRejection> = {
  initialState: EMPTY_INBOX,
  evolve: evolveInbox,
  decide: (command, inbox) => decisions[command.do](command, inbox),
};
