import { accepted } from '#event-sourcing/decider';
import { isMunicipal } from '#partners/partner-kind';
import type { Command } from '#casus/commands';
import type { CasusDecision } from '#casus/decide/decide';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** Opens a casus. A social team or a municipal partner becomes its director unless it names another; others name one. */
export function openCasus(command: Command<'open-casus'>): CasusDecision {
  const { actor, reference, title, goal, situation, residents, referredBy, attentionGroup, neighbourhood } = command;
  if (!residents.some(({ role }) => role === 'resident')) return rejected('residents-required');
  const alike = residents.find(({ ref }, index) => residents.findIndex((other) => other.ref === ref) < index);
  if (alike) return rejected('residents-alike', { resident: alike.ref });
  const mayDirect = actor.kind === 'social-team' || isMunicipal(actor.kind);
  if (!command.director && !mayDirect) return rejected('may-not-open', { kind: actor.kind });
  const director = command.director ?? { partner: actor.partner, person: actor.person };
  return accepted(
    casusEvent('CasusOpened', {
      reference,
      title,
      director,
      residents: residents.map(({ ref, id, role, givenName, familyName, birthYear }) => ({
        ref,
        id,
        role,
        givenName,
        familyName,
        birthYear,
      })),
      goal,
      situation,
      referredBy,
      attentionGroup,
      neighbourhood,
    }),
  );
}
