import { link, rename, rm } from 'node:fs/promises';
import * as v from 'valibot';
import { errorCode } from '#home/error-code';
import type { HomePaths } from '#home/home-paths';
import { lookAtProcess } from '#home/process-mark';
import { readJson, writeText } from '#home/small-file';

/** What a home is held for: by a server that stays, or by a command for the while. */
export type Use = 'start' | 'command';

const holderSchema = v.object({ pid: v.number(), mark: v.string(), use: v.picklist(['start', 'command']) });

export type Holder = v.InferOutput<typeof holderSchema>;

/** A home that is held by this process, or the living process that holds it. */
export type Locked =
  | { readonly mine: true; /** Once; again is nothing. */ release(): Promise<void> }
  | { readonly mine: false; holder: Holder };

async function livingHolder(path: string): Promise<Holder | undefined> {
  const read = v.safeParse(holderSchema, await readJson(path));
  if (!read.success) return undefined;
  const { alive, mark } = await lookAtProcess(read.output.pid);
  return alive && mark === read.output.mark ? read.output : undefined;
}

/** The living process that holds a home, if any. */
export const holderOf = ({ lock }: HomePaths): Promise<Holder | undefined> => livingHolder(lock);

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes the lock of a home, also from a holder that is no more. Does not wait. */
export async function lockHome({ lock }: HomePaths, use: Use): Promise<Locked> {
  const { mark } = await lookAtProcess(process.pid);
  const own = `${lock}.own.${process.pid}`;
  await writeText(own, JSON.stringify({ pid: process.pid, mark, use } satisfies Holder));
  try {
    for (;;) {
      if (await linked(own, lock)) {
        let released: Promise<void> | undefined;
        return { mine: true, release: () => (released ??= rm(lock, { force: true })) };
      }
      const holder = await livingHolder(lock);
      if (holder) return { mine: false, holder };
      await removeStale(lock);
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** Moves the lock aside before it is judged again: another start may just have put its own in its place. */
async function removeStale(lock: string): Promise<void> {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if (await livingHolder(aside)) await linked(aside, lock);
  await rm(aside, { force: true });
}
