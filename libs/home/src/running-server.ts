import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { instant, type Instant } from '#event-sourcing/instant';
import type { HomePaths } from '#home/home-paths';
import { readJson, writeText } from '#home/small-file';

const instantSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text): Instant => instant(text)),
);

const clockSchema = v.object({ stoodAt: instantSchema, startedAt: instantSchema });

/** How a clock runs: where it stood, and where the clock of the machine stood at that moment. */
export type RunningClock = v.InferOutput<typeof clockSchema>;

const runSchema = v.object({
  holder: v.number(),
  port: v.number(),
  password: v.string(),
  clock: v.optional(clockSchema),
});

/** Where the server of a home is reached, and the process that holds the home meanwhile. */
export type RunningServer = v.InferOutput<typeof runSchema>;

/** The server that `holder` has running; undefined as long as it is not ready. */
export async function readRunningServer({ run }: HomePaths, holder: number): Promise<RunningServer | undefined> {
  const read = v.safeParse(runSchema, await readJson(run));
  return read.success && read.output.holder === holder ? read.output : undefined;
}

export const writeRunningServer = ({ run }: HomePaths, running: RunningServer): Promise<void> =>
  writeText(run, JSON.stringify(running));

export const forgetRunningServer = ({ run }: HomePaths): Promise<void> => rm(run, { force: true });
