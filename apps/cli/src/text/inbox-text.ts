import { shortMoment } from '#installation/text/local-text';
import type { InboxItem } from '#read-models/inbox/query';

type Told = InboxItem & { readonly text: string };

// What was typed in must not steer a terminal.
const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

const headOf = ({ readAt, at, casus, person }: Told): string =>
  [readAt === null ? '●' : ' ', shortMoment(at), casus, ...(person === null ? [] : [`voor ${person}`])].join('  ');

/** An inbox: of each item when it came due, in which casus and for whom, and below that what is told; a dot before what is unread. */
export function inboxText(items: readonly Told[]): string {
  if (items.length === 0) return 'Er is niets.';
  return items.map((item) => `${clean(headOf(item))}\n   ${clean(item.text)}`).join('\n');
}
