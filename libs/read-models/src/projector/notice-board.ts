import { ANSWERED } from '#platform/database/open-pool';
import { MOVED } from '#read-models/projector/take';
import { Client } from 'pg';

/** Where one waits for a view to move on. */
export interface NoticeBoard {
  /** Settles at the next notice, after the interval, or when `signal` aborts. */
  next(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Listens for views that move on; a lost connection is opened anew when somebody waits again, and polling goes on meanwhile. */
export function noticeBoard(url: string, atMostMs: number): NoticeBoard {
  const waiting = new Set<() => void>();
  let client: Client | undefined;
  let connecting: Promise<void> = Promise.resolve();
  let closed = false;

  const everyone = () => {
    for (const go of [...waiting]) go();
  };

  async function connect(next: Client): Promise<void> {
    const gone = () => {
      if (client === next) client = undefined;
      next.end().catch(() => undefined);
    };
    next.on('error', gone);
    next.on('notification', everyone);
    try {
      await next.connect();
      await next.query(`listen ${MOVED}`);
    } catch {
      gone();
    }
  }

  function listen(): void {
    if (client || closed) return;
    client = new Client({ ...ANSWERED, connectionString: url, application_name: 'aanzet-read-levels' });
    connecting = connect(client);
  }

  return {
    next(signal) {
      if (signal.aborted) return Promise.resolve();
      listen();
      return new Promise((resolve) => {
        const go = () => {
          waiting.delete(go);
          clearTimeout(timer);
          signal.removeEventListener('abort', go);
          resolve();
        };
        const timer = setTimeout(go, atMostMs);
        waiting.add(go);
        signal.addEventListener('abort', go);
      });
    },
    async close() {
      closed = true;
      everyone();
      await connecting;
      await client?.end();
    },
  };
}
