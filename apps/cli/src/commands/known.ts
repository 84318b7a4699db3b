import { streamName } from '#event-sourcing/stream-name';
import { casusStream } from '#commands/casus-id';
import { casusReference, isUuid, newPartner } from '#commands/form/forms';
import { Trouble } from '#home/trouble';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import type { Installation } from '#installation/installation';

/** Throws a Trouble when the log knows no casus of this reference or id. */
export async function assertCasus({ store }: Installation, casus: string): Promise<void> {
  const named = casusReference.fits(casus) || isUuid(casus);
  if (named && (await store.readStream(casusStream(casus), { limit: 1 })).length > 0) return;
  throw new Trouble(`there is no casus "${casus}": "aanzet casus list" shows which there are`);
}

/** Throws a Trouble when this is no partner of the directory. */
export async function assertPartner({ store }: Installation, partner: string): Promise<void> {
  const named = newPartner.fits(partner);
  if (named && (await store.readStream(streamName(PARTNER_CATEGORY, partner), { limit: 1 })).length > 0) return;
  throw new Trouble(`there is no partner "${partner}": partners go by their id, such as sociaal-team`);
}

/** Throws a Trouble when this is neither a partner of the directory nor another party that can be on the move. */
export async function assertParty(installation: Installation, party: string): Promise<void> {
  if (party === 'resident' || /^(external|supply):./.test(party)) return;
  await assertPartner(installation, party);
}
