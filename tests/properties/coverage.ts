import type { CommandName } from '#casus/commands';
import type { RejectionCode } from '#casus/rejection';
import type { Given } from '#tests/properties/workplace';
import type { Place } from '#tests/properties/model/rows';

/** How often everything was reached. */
export interface Coverage {
  commands: number;
  casus: number;
  readonly accepted: Map<CommandName, number>;
  readonly refused: Map<RejectionCode, number>;
  readonly states: Map<string, number>;
  /** The acts of the table, each also behind a blocking step (`blocked: do`); `nobody: scheduled`, `nobody: blocked`. */
  readonly rows: Map<string, number>;
}

export const noCoverage = (): Coverage => ({
  commands: 0,
  casus: 0,
  accepted: new Map(),
  refused: new Map(),
  states: new Map(),
  rows: new Map(),
});

function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

export function coverCommand(coverage: Coverage, { command, decision }: Given): void {
  coverage.commands += 1;
  if (decision.accepted) count(coverage.accepted, command.do);
  else count(coverage.refused, decision.rejection.code);
}

export function coverPlace(coverage: Coverage, { step, state, row, story }: Place): void {
  count(coverage.states, state);
  if (story.ended) return;
  count(coverage.rows, !row ? `nobody: ${state}` : row.root === step ? row.act : `blocked: ${row.act}`);
}
