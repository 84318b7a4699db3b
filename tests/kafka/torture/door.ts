import { setTimeout as after } from 'node:timers/promises';
import { casusLineOf } from '#commands/table/casus-table';
import { MARK, type Order } from '#tests/kafka/torture/casus-life';

/** Gives a command to one of several casus services, over HTTP, until one of them has answered it. */
export type Give = (order: Order, casus: string, key: string) => Promise<void>;

const BEFORE_ANOTHER_TRY_MS = 50;
const PATIENCE_MS = 10_000;

function requestOf({ do: name, fields = {}, address = {} }: Order, casus: string) {
  const line = casusLineOf(name);
  if (!line) throw new Error(`no line for ${name}`);
  const named: Readonly<Record<string, string>> = { ...address, casus };
  const path = line.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(named[part] ?? ''));
  return { path, body: name === 'open-casus' ? { ...fields, reference: casus } : fields };
}

/** The answer; undefined when there was none: the command may have been carried out, or not. */
async function answered(url: string, init: RequestInit) {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return undefined;
  }
}

/** Whether the same again may be taken: the service was about to stop, or others wrote to the same casus all the time. */
const isPassing = ({ status, body }: { status: number; body: string }) =>
  status >= 500 || (status === 409 && body.includes('"contended"'));

/**
 * A door with casus services behind it. A command that got no answer is given again, to another one, under the same
 * Idempotency-Key, as a client would. Throws on a refusal.
 */
export function doorTo(urls: readonly string[]): Give {
  let next = 0;
  return async (order, casus, key) => {
    const { path, body } = requestOf(order, casus);
    const headers = {
      ...{ 'content-type': 'application/json', 'idempotency-key': key },
      ...{ 'aanzet-partner': order.by, 'aanzet-person': MARK },
    };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    for (;;) {
      const url = urls[next++ % urls.length] ?? '';
      const answer = await answered(`${url}/v1/${path}`, init);
      if (answer && answer.status < 300) return;
      if (answer && !isPassing(answer)) throw new Error(`${order.do} for ${casus}: ${answer.status} ${answer.body}`);
      await after(BEFORE_ANOTHER_TRY_MS);
    }
  };
}
