import { randomUUID } from 'node:crypto';
import type { FoldedStream } from '#event-sourcing/execute';
import { instant } from '#event-sourcing/instant';
import type { StreamName } from '#event-sourcing/stream-name';
import type { CasusHistory } from '#casus/history';
import type { CommandName } from '#casus/commands';
import { handleCasusCommand } from '#commands/handle-casus-command';
import { handlePartnerCommand } from '#commands/handle-partner-command';
import { partnerBook } from '#commands/partner-book';
import { loadRules } from '#platform/rule-file';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { sha256 } from '#stores/sha256';
import { say, table } from '#tests/bench/report';
import { spreadOf } from '#tests/bench/samples';
import { logDatabase } from '#tests/engines/log-database';
import { LRUCache } from 'lru-cache';

const now = instant('2026-11-20T11:00:00Z');
const SMALL = 10;
const LARGE = 2000;
const TIMES = 600;

/** A casus of so many events, in the store and folded, as a service that has seen it before has it. */
function workplace(url: string) {
  const store = openPostgresStore({ url });
  const deps = {
    store,
    partners: partnerBook(store),
    rules: loadRules(),
    newId: randomUUID,
    sha256,
    casusStates: new LRUCache<StreamName, FoldedStream<CasusHistory>>({ max: 100 }),
  };
  const command = async (casus: string, name: CommandName, fields: unknown) => {
    const handled = await handleCasusCommand(deps, {
      do: name,
      casus,
      fields,
      actor: { partner: 'sociaal-team' },
      now,
    });
    if (handled.result !== 'done') throw new Error(`${name} was refused: ${JSON.stringify(handled)}`);
    return handled.revision;
  };
  return { store, deps, command };
}

const resident = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 2006 };
const progress = (n: number) => ({ step: `S${(n % 8) + 1}`, text: `Stap ${n} vooruit` });

/** What a command costs, in process against PostgreSQL, when its casus holds few events, and when it holds many. */
export async function benchCommandsGrowth(): Promise<void> {
  const database = await logDatabase();
  const { store, deps, command } = workplace(database.url);
  const fields = { partner: 'sociaal-team', kind: 'social-team', name: 'Sociaal team' };
  const actor = { partner: 'sociaal-team' };
  await handlePartnerCommand(deps, { do: 'register-partner', partner: 'sociaal-team', fields, actor, now });
  const grow = async (casus: string, events: number) => {
    const opening = { reference: casus, title: 'Groei', goal: 'Een plek', situation: '-', residents: [resident] };
    let revision = await command(casus, 'open-casus', opening);
    for (let n = 1; n <= 8; n++) {
      const step = { title: `Stap ${n}`, category: 'general', owner: 'sociaal-team' };
      revision = await command(casus, 'plan-step', step);
    }
    for (let n = 0; revision + 1 < events; n++) revision = await command(casus, 'note-progress', progress(n));
  };
  await grow('large', LARGE);
  const took: Record<'small' | 'large', number[]> = { small: [], large: [] };
  const cpu = { small: 0, large: 0 };
  for (let n = 0; n < TIMES; n++) {
    // The small one stays small: every tenth command begins another. Both in turn, so that a busy moment falls on both.
    if (n % SMALL === 0) await grow(`small-${n}`, SMALL);
    const small = `small-${n - (n % SMALL)}`;
    for (const [size, casus] of [['small', small] as const, ['large', 'large'] as const]) {
      const begun = performance.now();
      const before = process.cpuUsage();
      await command(casus, 'note-progress', progress(n));
      const { user, system } = process.cpuUsage(before);
      cpu[size] += user + system;
      took[size].push(performance.now() - begun);
    }
  }
  say('\n### The cost of a command as its casus grows\n');
  const [small, large] = [spreadOf(took.small), spreadOf(took.large)];
  const row = (events: string, { p50, p95 }: typeof small, used: number) => ({
    'events in the stream': events,
    'p50 ms': p50.toFixed(2),
    'p95 ms': p95.toFixed(2),
    'CPU of the process, µs': Math.round(used / TIMES),
    'of the small one': `${(p50 / small.p50).toFixed(2)} ×`,
  });
  say(
    table([row(`${SMALL} to ${2 * SMALL}`, small, cpu.small), row(`${LARGE} to ${LARGE + TIMES}`, large, cpu.large)]),
  );
  await store.close();
  await database.drop();
}
