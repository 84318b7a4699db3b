import { readFileSync } from 'node:fs';

/** What Linux counts processor time in. */
const TICK_MS = 10;
const KIB_PER_MIB = 1024;

function ofProcess(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** How much processor time a process has used, in milliseconds, within ten; NaN where the system does not tell. */
export function processorMs(pid: number): number {
  const fields = ofProcess(pid, 'stat')
    ?.replace(/^.*\) /, '')
    .split(' ');
  // User and system time are the fourteenth and fifteenth field; two went with the name.
  return (Number(fields?.[11]) + Number(fields?.[12])) * TICK_MS;
}

/** The most memory that a process ever held (RSS), in MiB; NaN where the system does not tell. */
export const peakMemoryMiB = (pid: number): number =>
  Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(ofProcess(pid, 'status') ?? '')?.[1]) / KIB_PER_MIB);
