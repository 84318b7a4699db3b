import { errorCode } from '#home/error-code';
import { readText } from '#home/small-file';

/** Tells a process from a later one with the same number; empty where the system does not tell. */
export type ProcessMark = string;

// Fields of /proc/<pid>/stat after the name, which may hold spaces and brackets itself.
const STATE = 0;
const START = 19;

/** Whether a process lives, and its mark. A zombie is dead. */
export async function lookAtProcess(pid: number): Promise<{ alive: boolean; mark: ProcessMark }> {
  const stat = await readText(`/proc/${pid}/stat`).catch(() => undefined);
  if (stat !== undefined) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = (await readText('/proc/sys/kernel/random/boot_id').catch(() => undefined)) ?? '';
    return { alive: fields[STATE] !== 'Z' && fields[STATE] !== 'X', mark: `${boot.trim()} ${fields[START] ?? ''}` };
  }
  try {
    process.kill(pid, 0);
    return { alive: true, mark: '' };
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return { alive: errorCode(error) === 'EPERM', mark: '' };
  }
}
