import type { AppendRequest, EventStore } from '#event-sourcing/event-store';
import type { Sha256 } from '#event-sourcing/hash-chain';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { casusStream } from '#commands/casus-id';
import type { Handled } from '#commands/command-order';
import { handleCasusCommand, type CasusCommandDeps } from '#commands/handle-casus-command';
import { handlePartnerCommand, type PartnerCommandDeps } from '#commands/handle-partner-command';
import { partnerBook } from '#commands/partner-book';
import { casusLineOf } from '#commands/table/casus-table';
import { faultOf, warningOf } from '#player/fault-of';
import { registerPartners } from '#player/register-partners';
import { rehearsalStore } from '#player/rehearsal-store';
import type { BadLine, Script, ScriptLine } from '#player/script';
import { LRUCache } from 'lru-cache';

/** What a rehearsal needs: the log, which is only read, an empty log in memory, the rules of terms, and how ids and digests are made. */
export interface Stage {
  readonly store: EventStore;
  readonly scratch: EventStore;
  readonly rules: RuleBook;
  readonly newId: () => string;
  readonly sha256: Sha256;
}

/** How playing would go: what is to be appended, which lines of each script are new, which cannot be played. */
export interface Rehearsed {
  readonly appends: readonly AppendRequest[];
  readonly newLines: ReadonlyMap<Script, number>;
  readonly bad: readonly BadLine[];
  /** Of the new lines: what will go wrong though they can be played. */
  readonly warnings: readonly BadLine[];
}

type Deps = CasusCommandDeps & PartnerCommandDeps;

const STATES_KEPT = 200;

function handle(deps: Deps, casus: string, { do: name, fields, at, recorded, actor, key }: ScriptLine) {
  const order = { actor, now: recorded, idempotencyKey: key };
  const line = casusLineOf(name);
  if (line) return handleCasusCommand(deps, { ...order, do: line.do, casus, fields: { ...fields, at } });
  const { partner, ...absence } = fields;
  return handlePartnerCommand(deps, {
    ...order,
    do: 'plan-absence',
    partner: typeof partner === 'string' ? partner : '',
    fields: { ...absence, at },
  });
}

/**
 * Decides every line of every script in memory, each with the moment at which it was recorded as the clock, by the
 * handling that the API has too. A line that the log holds already counts as known.
 */
export async function rehearse(
  { store, scratch, rules, newId, sha256 }: Stage,
  scripts: readonly Script[],
): Promise<Rehearsed> {
  const rehearsal = rehearsalStore(store, scratch);
  await rehearsal.copyCategory(PARTNER_CATEGORY);
  const deps: Deps = {
    store: rehearsal,
    partners: partnerBook(rehearsal),
    rules,
    newId,
    sha256,
    casusStates: new LRUCache({ max: STATES_KEPT }),
    partnerStates: new LRUCache({ max: STATES_KEPT }),
  };
  const bad = await registerPartners(deps, scripts);
  const warnings: BadLine[] = [];
  const newLines = new Map<Script, number>();
  for (const script of scripts) {
    await rehearsal.copyStream(casusStream(script.casus));
    let count = 0;
    for (const line of script.lines) {
      const handled: Handled = await handle(deps, script.casus, line);
      if (handled.result === 'refused')
        bad.push({ file: script.file, ...faultOf(handled, line.line, script.headLines) });
      else if (!handled.repeated) {
        count += 1;
        warnings.push(...handled.warnings.map((one) => ({ file: script.file, ...warningOf(one, line.line) })));
      }
    }
    newLines.set(script, count);
  }
  return { appends: rehearsal.appended, newLines, bad, warnings };
}
