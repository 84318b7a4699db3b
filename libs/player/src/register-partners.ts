import type { Instant } from '#event-sourcing/instant';
import { namedPartners } from '#commands/form/named-partners';
import { handlePartnerCommand, type PartnerCommandDeps } from '#commands/handle-partner-command';
import { addressed } from '#commands/parse-command';
import { casusLineOf } from '#commands/table/casus-table';
import { faultOf } from '#player/fault-of';
import { knownPartner } from '#player/known-partners';
import type { BadLine, Script, ScriptLine } from '#player/script';

function namedIn(line: ScriptLine): readonly string[] {
  const command = casusLineOf(line.do);
  const { partner } = line.fields;
  const named = command
    ? namedPartners(command.body, addressed(command, line.fields).body)
    : typeof partner === 'string'
      ? [partner]
      : [];
  return [line.actor.partner, ...named];
}

/** The instant of the first fact of all scripts. */
function firstFact(scripts: readonly Script[]): Instant | undefined {
  let first: Instant | undefined;
  for (const { lines } of scripts) for (const { at } of lines) if (first === undefined || at < first) first = at;
  return first;
}

/** Registers the partners that scripts name and nobody knows yet, with the usual calendar, from their first fact on. */
export async function registerPartners(deps: PartnerCommandDeps, scripts: readonly Script[]): Promise<BadLine[]> {
  const bad: BadLine[] = [];
  const now = firstFact(scripts);
  if (now === undefined) return bad;
  const seen = new Set<string>();
  for (const { file, lines } of scripts) {
    for (const line of lines) {
      for (const partner of namedIn(line)) {
        if (seen.has(partner) || (await deps.partners.find(partner))) continue;
        seen.add(partner);
        const handled = await handlePartnerCommand(deps, {
          do: 'register-partner',
          partner,
          fields: { partner, ...knownPartner(partner), at: now },
          // A script tells of partners that are there; its player answers for entering them.
          actor: { partner: line.actor.partner, kind: 'social-team' },
          now,
          idempotencyKey: `play partner ${partner}`,
        });
        if (handled.result === 'refused') bad.push({ file, ...faultOf(handled, line.line) });
      }
    }
  }
  return bad;
}
