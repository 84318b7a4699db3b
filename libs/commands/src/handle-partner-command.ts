import type { Decider } from '#event-sourcing/decider';
import type { StateCache } from '#event-sourcing/execute';
import { idOf, streamName } from '#event-sourcing/stream-name';
import { later, type Instant } from '#event-sourcing/instant';
import type { Partner } from '#partners/partner';
import type { PartnerCommand, PartnerCommandName } from '#partners/partner-commands';
import { partnerDecider } from '#partners/partner-decider';
import type { PartnerEvent } from '#partners/partner-events';
import { PARTNER_CATEGORY, readPartnerFact, type PartnerFact } from '#partners/partner-fact';
import { isPartnerKind } from '#partners/partner-kind';
import { partnerRejectionSentence, type PartnerRejection } from '#partners/partner-rejection';
import type { PartnerBook } from '#commands/partner-book';
import { carryOut } from '#commands/carry-out';
import type { CommandDeps, CommandOrder, Handled } from '#commands/command-order';
import { isPlainObject } from '#commands/form/form';
import { newPartner } from '#commands/form/forms';
import { fieldsInvalid, partnerUnknown, refused } from '#commands/refusal';
import { partnerLineOf } from '#commands/table/partner-table';
import type { Trade } from '#commands/trade';

/** A partner as it stands, and when the last thing about it was recorded. */
export interface NotedPartner {
  readonly partner: Partner | undefined;
  readonly recordedAt: Instant | undefined;
}

export interface PartnerCommandDeps extends CommandDeps {
  readonly partners: PartnerBook;
  readonly partnerStates?: StateCache<NotedPartner>;
}

/** A command about a partner. `partner` may be left out of register-partner when its fields hold it. */
export interface PartnerCommandOrder extends CommandOrder<PartnerCommandName> {
  readonly partner?: string;
}

const noting: Decider<PartnerCommand, NotedPartner, PartnerFact, PartnerEvent, PartnerRejection> = {
  initialState: { partner: partnerDecider.initialState, recordedAt: undefined },
  evolve: ({ partner, recordedAt }, fact) => ({
    partner: partnerDecider.evolve(partner, fact),
    recordedAt: later(recordedAt ?? fact.recordedAt, fact.recordedAt),
  }),
  decide: (command, { partner }) => partnerDecider.decide(command, partner),
};

const trade = (
  cache: StateCache<NotedPartner> | undefined,
): Trade<PartnerCommand, NotedPartner, PartnerFact, PartnerEvent, PartnerRejection> => ({
  decider: noting,
  ...(cache && { cache }),
  read: readPartnerFact,
  // The fields were checked by the class that the table of commands names for this very command.
  commandOf: (name, fields, context, stream) =>
    ({ ...fields, ...context, partner: idOf(stream), do: name }) as unknown as PartnerCommand,
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: ({ kind, code, details }) => refused(kind, code, partnerRejectionSentence(code), details),
  missing: ({ partner }, name, stream) =>
    partner || name === 'register-partner' ? undefined : partnerUnknown(idOf(stream)),
  about: (_, stream) => ({ responsible: idOf(stream) }),
  head: (stream) => Promise.resolve({ partner: idOf(stream) }),
});

/** The first partner of all registers itself: there is nobody yet who may register others. */
async function founding(
  deps: PartnerCommandDeps,
  order: PartnerCommandOrder,
  partner: string,
): Promise<PartnerCommandOrder> {
  const kind = isPlainObject(order.fields) ? order.fields['kind'] : undefined;
  const founds = order.do === 'register-partner' && order.actor.partner === partner && order.actor.kind === undefined;
  if (!founds || typeof kind !== 'string' || !isPartnerKind(kind) || (await deps.partners.count()) > 0) return order;
  return { ...order, actor: { ...order.actor, kind } };
}

/**
 * Carries out one command of the partner directory; refusals come back as values. Who registers the first partner of
 * all, registers itself: there is nobody yet who could.
 */
export async function handlePartnerCommand(deps: PartnerCommandDeps, order: PartnerCommandOrder): Promise<Handled> {
  const line = partnerLineOf(order.do);
  if (!line) throw new TypeError(`no line in the table of commands for ${order.do}`);
  const { fields } = order;
  const named = order.partner ?? (isPlainObject(fields) ? fields['partner'] : undefined);
  if (typeof named !== 'string' || !newPartner.fits(named)) {
    if (order.partner !== undefined) return partnerUnknown(order.partner);
    const wrong = named === undefined ? 'is missing' : 'is a text of another form';
    return fieldsInvalid([{ field: 'partner', wrong, right: newPartner.right }]);
  }
  const stream = streamName(PARTNER_CATEGORY, named);
  const founded = await founding(deps, order, named);
  return carryOut(deps, trade(deps.partnerStates), { line, stream, target: stream, order: founded });
}
