import { askerOf } from '#casus/asks';
import type { CommandActor, CommandName } from '#casus/commands';
import { isPartner, KINDS } from '#tests/properties/commands/cast';
import type { Draw } from '#tests/properties/commands/draw';

/** The things that a command names, as far as it names them. */
export interface Named {
  readonly step?: string | undefined;
  readonly handoff?: string | undefined;
  readonly ask?: string | undefined;
  readonly takeover?: string | undefined;
  readonly promise?: string | undefined;
  readonly owner?: string | undefined;
  readonly promisedBy?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly to?: string | undefined;
  readonly toldBy?: unknown;
}

/** The partner from which a command is to be expected; undefined when anyone may. */
function expected(draw: Draw, name: CommandName, named: Named): string | undefined {
  const { casus } = draw;
  const director = casus.director.partner;
  const owner = casus.steps.get(named.step ?? '')?.owner;
  const offer = casus.handoffs.get(named.handoff ?? '');
  const ask = casus.asks.get(named.ask ?? '');
  const takeover = casus.takeovers.get(named.takeover ?? '');
  const promise = casus.promises.get(named.promise ?? '');
  const itself = (partner: string | undefined, other: string | undefined) =>
    named.toldBy === undefined ? partner : draw.happens(0.5) ? other : director;
  switch (name) {
    case 'plan-step':
      return draw.happens(0.3) ? named.owner : director;
    case 'claim-step':
    case 'release-step':
    case 'start-step':
    case 'return-step':
    case 'suspend-term':
    case 'resume-term':
    case 'extend-term':
    case 'renew-term-rule':
      return owner;
    case 'replan-step':
    case 'cancel-step':
    case 'wait-for':
    case 'resume':
    case 'complete-step':
    case 'offer-handoff':
      return draw.happens(0.2) ? director : owner;
    case 'confirm-completion':
    case 'reject-completion':
      return casus.steps.get(named.step ?? '')?.confirmedBy;
    case 'ask':
      return offer ? itself(offer.to, offer.from) : draw.happens(0.2) ? director : owner;
    case 'see-handoff':
    case 'accept-handoff':
    case 'decline-handoff':
      return itself(offer?.to, offer?.from);
    case 'withdraw-handoff':
      return draw.happens(0.2) ? director : offer?.from;
    case 'answer-ask':
    case 'decline-ask':
      return itself(ask?.to, ask && askerOf(casus, ask));
    case 'withdraw-ask':
      return ask && askerOf(casus, ask);
    case 'grant-takeover':
    case 'refuse-takeover':
      return casus.steps.get(takeover?.step ?? '')?.owner;
    case 'withdraw-takeover':
      return takeover?.by;
    case 'make-promise':
      return itself(named.promisedBy, named.to);
    case 'confirm-promise':
      return promise?.promisedBy;
    case 'keep-promise':
    case 'renegotiate-promise':
      return itself(promise?.promisedBy, promise?.to);
    case 'release-promise':
      return promise?.to;
    case 'record-decision':
      return named.decidedBy;
    case 'note-progress':
    case 'add-note':
    case 'name-stall-cause':
    case 'request-takeover':
    case 'leave-casus':
      return draw.insider();
    default:
      return director;
  }
}

/** Who gives a command: mostly the partner that may, now and then any. */
export function actorOf(draw: Draw, name: CommandName, named: Named): CommandActor {
  const partner = draw.happens(0.08) ? draw.partner() : (expected(draw, name, named) ?? draw.partner());
  const person = draw.perhaps(0.3, () => draw.pick(['p1', 'p2']));
  return { partner, kind: isPartner(partner) ? KINDS[partner] : 'other', person };
}
