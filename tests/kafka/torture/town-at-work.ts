import { setTimeout as after } from 'node:timers/promises';
import { instant } from '#event-sourcing/instant';
import type { EventStore } from '#event-sourcing/event-store';
import { handlePartnerCommand } from '#commands/handle-partner-command';
import { partnerBook } from '#commands/partner-book';
import { newId } from '#platform/new-id';
import { sha256 } from '#stores/sha256';
import { chanceOf } from '#tests/properties/chance';
import { casusLife, MARK, PARTNERS } from '#tests/kafka/torture/casus-life';
import type { Give } from '#tests/kafka/torture/door';

/** How much work there is, and how it comes: as fast as can be, or so many commands a second. */
export interface Work {
  readonly seed: number;
  readonly commands: number;
  readonly perSecond?: number;
}

const AT_ONCE = 24;
const BEGIN = instant('2026-11-20T11:00:00Z');

/** Registers the partners of the torture. */
export async function settlePartners(store: EventStore): Promise<void> {
  for (const [partner, kind] of PARTNERS) {
    const fields = { partner, kind, name: MARK };
    const actor = { partner: 'sociaal-team' };
    const order = { do: 'register-partner', partner, fields, actor, now: BEGIN } as const;
    const done = await handlePartnerCommand({ store, newId, sha256, partners: partnerBook(store) }, order);
    if (done.result !== 'done') throw new Error(JSON.stringify(done));
  }
}

/** Gives commands, each casus' own in their order; tells each time how many were given. Throws on a refusal. */
export async function townAtWork(
  give: Give,
  { seed, commands, perSecond }: Work,
  tell: (given: number) => void,
): Promise<void> {
  const from = performance.now();
  let begun = 0;
  let given = 0;
  let casusBegun = 0;

  /** Settles when the next command is due; with its number, or undefined when none is left. */
  async function due(): Promise<number | undefined> {
    if (begun >= commands) return undefined;
    const n = begun++;
    const waits = perSecond === undefined ? 0 : from + (n / perSecond) * 1000 - performance.now();
    if (waits > 1) await after(waits);
    return n;
  }

  async function live(part: number): Promise<void> {
    for (const order of casusLife(chanceOf(seed, part))) {
      const n = await due();
      if (n === undefined) return;
      await give(order, `c${part}`, `torture.${n}`);
      given += 1;
      tell(given);
    }
  }

  async function liveOn(): Promise<void> {
    while (begun < commands) await live(casusBegun++);
  }

  await Promise.all(Array.from({ length: AT_ONCE }, liveOn));
}
