import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { instant, plusMs } from '#event-sourcing/instant';
import type { EventStore } from '#event-sourcing/event-store';
import type { FoldedStream } from '#event-sourcing/execute';
import type { StreamName } from '#event-sourcing/stream-name';
import type { CasusHistory } from '#casus/history';
import { handleCasusCommand } from '#commands/handle-casus-command';
import { handlePartnerCommand } from '#commands/handle-partner-command';
import { partnerBook } from '#commands/partner-book';
import { loadRules } from '#platform/rule-file';
import { sha256 } from '#stores/sha256';
import { chanceOf } from '#tests/properties/chance';
import { casusLife, MARK, PARTNERS } from '#tests/kafka/torture/casus-life';
import { LRUCache } from 'lru-cache';

/** How much work there is, and how it comes: as fast as can be, or so many commands a second. */
export interface Work {
  readonly seed: number;
  readonly commands: number;
  readonly perSecond?: number;
}

const AT_ONCE = 24;
const BEGIN = instant('2026-11-20T11:00:00Z');

/** Gives commands by the road that every command takes; tells each time how many were given. Throws on a refusal. */
export async function townAtWork(
  store: EventStore,
  { seed, commands, perSecond }: Work,
  tell: (given: number) => void,
): Promise<void> {
  const deps = {
    store,
    partners: partnerBook(store),
    rules: loadRules(),
    newId: randomUUID,
    sha256,
    casusStates: new LRUCache<StreamName, FoldedStream<CasusHistory>>({ max: 1000 }),
  };
  for (const [partner, kind] of PARTNERS) {
    const fields = { partner, kind, name: MARK };
    const actor = { partner: 'sociaal-team' };
    const done = await handlePartnerCommand(deps, { do: 'register-partner', partner, fields, actor, now: BEGIN });
    if (done.result !== 'done') throw new Error(JSON.stringify(done));
  }
  const from = performance.now();
  let begun = 0;
  let given = 0;
  let casusBegun = 0;

  /** Settles when the next command is due; false when none is left. */
  async function due(): Promise<boolean> {
    if (begun >= commands) return false;
    const n = begun++;
    const waits = perSecond === undefined ? 0 : from + (n / perSecond) * 1000 - performance.now();
    if (waits > 1) await after(waits);
    return true;
  }

  async function live(part: number): Promise<void> {
    const casus = `c${part}`;
    for (const { by, fields = {}, ...order } of casusLife(chanceOf(seed, part))) {
      if (!(await due())) return;
      const actor = { partner: by, person: MARK };
      const now = plusMs(BEGIN, given * 1000);
      const all = { ...order.address, ...fields };
      const handled = await handleCasusCommand(deps, { do: order.do, casus, fields: all, actor, now });
      if (handled.result !== 'done') throw new Error(`${order.do} for ${casus}: ${JSON.stringify(handled)}`);
      given += 1;
      tell(given);
    }
  }

  async function liveOn(): Promise<void> {
    while (begun < commands) await live(casusBegun++);
  }

  await Promise.all(Array.from({ length: AT_ONCE }, liveOn));
}
