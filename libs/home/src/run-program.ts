import { spawn } from 'node:child_process';

/** Under which account a program runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramEnd {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a program to its end, as `account` if given. Rejects only when it cannot be started. */
export function runProgram(program: string, args: readonly string[], account?: Account): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      // A folder that the other account can reach, and messages in the language that is read here.
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let said = '';
    const hear = (chunk: Buffer) => (said += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    // Not "close": a server that is left behind may keep the pipes.
    child.once('exit', (code) => {
      setImmediate(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ code, said });
      });
    });
  });
}
