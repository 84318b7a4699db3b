import type { Instant } from '#event-sourcing/instant';
import { board } from '#installation/text/board';
import { casusSummaries } from '#read-models/casus-summary/query';
import type { NextStep } from '#read-models/next-steps/query';
import type { ReadDatabase } from '#read-models/read-database';

/** The board as text, with the titles of its casus. */
export async function boardOf(db: ReadDatabase, steps: readonly NextStep[], at: Instant): Promise<string> {
  const { rows } = await casusSummaries(db, { at });
  return board(steps, new Map(rows.map(({ casus, title }) => [casus, title])), at);
}
