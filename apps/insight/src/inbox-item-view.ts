import type { PartnerDirectory } from '#partners/partner-directory';
import type { InboxItem } from '#read-models/inbox/query';
import { inboxTeller } from '#read-models/inbox/tell';
import type { Language } from '#read-models/why/language';

/** An item as the API gives it: told in a few sentences, with where to read on. */
export interface InboxItemView extends InboxItem {
  readonly text: string;
  readonly links: { readonly casus: string; readonly step: string | null; readonly stall: string | null };
}

function linksOf({ casus, step, pattern }: InboxItem): InboxItemView['links'] {
  const at = `/v1/casus/${encodeURIComponent(casus)}`;
  return {
    casus: at,
    step: step === null ? null : `${at}/steps/${encodeURIComponent(step)}`,
    stall: pattern === null ? null : `${at}/stalls?pattern=${pattern}`,
  };
}

/** Shows items, with partners by their names in this directory. */
export function itemView(directory: PartnerDirectory, language: Language): (item: InboxItem) => InboxItemView {
  const tell = inboxTeller(directory, language);
  return (item) => ({ ...item, text: tell(item), links: linksOf(item) });
}
