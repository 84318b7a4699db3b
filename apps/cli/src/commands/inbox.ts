import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertPartner } from '#apps/cli/src/commands/known';
import { momentOf } from '#apps/cli/src/commands/moment';
import { inboxText } from '#apps/cli/src/text/inbox-text';
import { standsInFor } from '#partners/partner';
import { partnersKnown } from '#partners/partners-known';
import { inboxItems } from '#read-models/inbox/query';
import { inboxTeller } from '#read-models/inbox/tell';

/** What of an inbox is asked. */
export interface InboxOptions {
  readonly person?: string;
  readonly unread?: true;
  readonly json?: true;
}

/** `aanzet inbox`: what a partner, or one person of it, was told; the latest first. */
export const showInbox = (partner: string, { person, unread, json }: InboxOptions, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    const { db, store } = installation;
    await assertPartner(installation, partner);
    const { at } = await momentOf(installation, {});
    const directory = (await partnersKnown(store).by()).at(at);
    const standing = person === undefined ? [] : standsInFor(directory.get(partner), person, at);
    const { rows } = await inboxItems(db, { partner, person, standsInFor: standing, unread, at });
    const tell = inboxTeller(directory, 'nl');
    const told = rows.map((item) => ({ ...item, text: tell(item) }));
    if (json) printJson(told);
    else print(inboxText(told));
  });
