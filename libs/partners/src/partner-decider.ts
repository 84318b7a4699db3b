import type { Decider } from '#event-sourcing/decider';
import type { DecidePartner } from '#partners/decide/decide';
import { planAbsence } from '#partners/decide/plan-absence';
import { registerPartner } from '#partners/decide/register-partner';
import { renamePartner } from '#partners/decide/rename-partner';
import { setClosingDays } from '#partners/decide/set-closing-days';
import { setNorm } from '#partners/decide/set-norm';
import { setOpeningHours } from '#partners/decide/set-opening-hours';
import { withdrawAbsence } from '#partners/decide/withdraw-absence';
import { evolvePartner } from '#partners/evolve';
import type { Partner } from '#partners/partner';
import type { PartnerCommand, PartnerCommandName } from '#partners/partner-commands';
import type { PartnerEvent } from '#partners/partner-events';
import type { PartnerFact } from '#partners/partner-fact';
import type { PartnerRejection } from '#partners/partner-rejection';

/** Every command of the partner directory and its rule. */
export const partnerCommands: { readonly [N in PartnerCommandName]: DecidePartner<N> } = {
  'register-partner': registerPartner,
  'rename-partner': renamePartner,
  'set-norm': setNorm,
  'set-opening-hours': setOpeningHours,
  'set-closing-days': setClosingDays,
  'plan-absence': planAbsence,
  'withdraw-absence': withdrawAbsence,
};

const decideAs = <N extends PartnerCommandName>(name: N, command: PartnerCommand<N>, partner: Partner | undefined) =>
  partnerCommands[name](command, partner);

/** The rules of the stream `partner-<id>`. The state is undefined until the partner is registered. */
export const partnerDecider: Decider<PartnerCommand, Partner | undefined, PartnerFact, PartnerEvent, PartnerRejection> =
  {
    initialState: undefined,
    evolve: evolvePartner,
    decide: (command, partner) => decideAs(command.do, command, partner),
  };
