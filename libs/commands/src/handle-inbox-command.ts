import type { StateCache } from '#event-sourcing/execute';
import { streamName } from '#event-sourcing/stream-name';
import type { Inbox } from '#casus/inbox/inbox';
import type { InboxCommand, InboxCommandName } from '#casus/inbox/inbox-commands';
import { inboxDecider } from '#casus/inbox/inbox-decider';
import type { InboxEvent } from '#casus/inbox/inbox-events';
import { readInboxFact, type InboxFact } from '#casus/inbox/inbox-fact';
import { inboxStream, itemPlace, type ItemPlace, type Told } from '#casus/inbox/inbox-item';
import { inboxRejected, inboxRejectionSentence, type InboxRejection } from '#casus/inbox/inbox-rejection';
import { readWatchFact, WATCH_CATEGORY } from '#casus/watch/watch-fact';
import { standsInFor } from '#partners/partner';
import { NO_PARTNERS, type PartnersOverTime } from '#partners/partners-over-time';
import { carryOut } from '#commands/carry-out';
import type { CommandDeps, CommandOrder, Handled } from '#commands/command-order';
import { isPlainObject } from '#commands/form/form';
import { newPartner } from '#commands/form/forms';
import type { PartnerBook } from '#commands/partner-book';
import { actorUnknown, refused } from '#commands/refusal';
import { inboxLineOf } from '#commands/table/inbox-table';
import type { Context, Trade } from '#commands/trade';

export interface InboxCommandDeps extends CommandDeps {
  readonly partners: PartnerBook;
  readonly inboxStates?: StateCache<Inbox>;
}

/** A command on the inbox of the partner that acts. */
export type InboxCommandOrder = CommandOrder<InboxCommandName>;

const refusalOf = ({ kind, code, details }: InboxRejection) =>
  refused(kind, code, inboxRejectionSentence(code), details);

const unknown = (item: string) => refusalOf(inboxRejected('inbox-item-unknown', { item }).rejection);

/** An item of the inbox of a partner, and who of it may be away. */
interface Asked {
  readonly item: string;
  readonly told: Told | undefined;
  readonly partner: string;
  readonly partners: PartnersOverTime;
}

/** In whose place the person stands that acts. */
function placesOf({ partner, partners }: Asked, { actor, occurredAt }: Context): readonly string[] {
  const { person } = actor;
  return person === undefined ? [] : standsInFor(partners.at(occurredAt).get(partner), person, occurredAt);
}

const trade = (
  asked: Asked,
  cache: StateCache<Inbox> | undefined,
): Trade<InboxCommand, Inbox, InboxFact, InboxEvent, InboxRejection> => ({
  decider: inboxDecider,
  ...(cache && { cache }),
  read: readInboxFact,
  // The fields were checked by the class that the table of commands names for this very command.
  commandOf: (name, fields, context) =>
    ({
      ...fields,
      ...context,
      standsInFor: placesOf(asked, context),
      told: asked.told,
      do: name,
    }) as unknown as InboxCommand,
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: refusalOf,
  missing: () => (asked.told ? undefined : unknown(asked.item)),
  about: () => ({ responsible: asked.partner }),
  head: () => Promise.resolve({ partner: asked.partner, item: asked.item }),
});

/** To whom an item was told, from the stream of the watch that it names; undefined when nothing was told there. */
async function toldIn({ store }: CommandDeps, place: ItemPlace): Promise<Told | undefined> {
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
  const place = itemPlace(item);
  if (!place) return unknown(item);
  const stream = inboxStream({ casus: place.casus, partner });
  const told = await toldIn(deps, place);
  const isForAnother = told?.person !== undefined && told.person !== order.actor.person;
  const partners = isForAnother ? await deps.partners.overTime() : NO_PARTNERS;
  return carryOut(deps, trade({ item, told, partner, partners }, deps.inboxStates), {
    line,
    stream,
    target: stream,
    order,
  });
}
