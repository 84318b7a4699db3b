import { isRefusal } from '#apps/allocation/src/casus-refusals';
import type { CasusAnswer } from '#apps/allocation/src/errands/answers-to';
import { aborted } from '#messaging/transport/aborted';
import type { HousingNeedView } from '#read-models/housing-need/query';

/** What came of a command that was sent. */
export type Sent = { readonly result: 'done' } | { readonly result: 'refused'; readonly code: string };

/** The casus, as the service reaches it. Rejects with CasusUnreachable when it cannot be reached or has a fault. */
export interface CasusApi {
  /** Undefined: the corporation may not know of it, or it is not there. */
  housingNeed(casus: string): Promise<HousingNeedView | undefined>;
  send(answer: CasusAnswer, idempotencyKey: string): Promise<Sent>;
}

/** The casus cannot be reached, or answers with a fault of its own; trying again may help. */
export class CasusUnreachable extends Error {
  constructor(what: string, cause?: unknown) {
    super(`the casus cannot be reached: ${what}`, { cause });
    this.name = 'CasusUnreachable';
  }
}

/** Where the casus is, and as whom the service speaks to it. */
export interface CasusApiOptions {
  readonly writes: Promise<string>;
  readonly reads: Promise<string>;
  readonly partner: string;
  readonly person: string;
  readonly signal: AbortSignal;
}

const PATIENCE_MS = 10_000;
const NOTHING_TO_KNOW: ReadonlySet<string> = new Set(['casus-unknown', 'category-not-allowed']);

const CODE = /^[a-z-]{1,60}$/;

/** Whether it has the list by which an answer of the casus is known. */
const has = (body: unknown, list: string): boolean =>
  typeof body === 'object' && body !== null && Array.isArray((body as Readonly<Record<string, unknown>>)[list]);

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The casus over HTTP. */
export function casusApi({ writes, reads, partner, person, signal }: CasusApiOptions): CasusApi {
  async function ask(base: Promise<string>, path: string, init: Init): Promise<readonly [Response, unknown]> {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      // A start that fails after this was put together never says where it listens.
      const url = await Promise.race([base, aborted(patience)]);
      if (url === undefined) throw new CasusUnreachable('it is not known where it is');
      const answer = await fetch(`${url}/v1/${path}`, {
        ...init,
        headers: { 'aanzet-partner': partner, 'aanzet-person': person, ...init.headers },
        redirect: 'error',
        signal: patience,
      });
      return [answer, await answer.json()];
    } catch (error) {
      throw new CasusUnreachable('no answer', error);
    }
  }

  /** The code that came with an answer that is no success; the status where there is none. */
  function codeOf({ status }: Response, body: unknown): string {
    const code: unknown = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    return typeof code === 'string' && CODE.test(code) && status < 500 ? code : `status ${status}`;
  }

  return {
    async housingNeed(casus) {
      const [answer, body] = await ask(reads, `casus/${casus}/housing-need`, {});
      // What the read side of the same product answers; its form is that of its OpenAPI document.
      if (answer.ok && has(body, 'steps')) return body as HousingNeedView;
      const code = codeOf(answer, body);
      if (NOTHING_TO_KNOW.has(code)) return undefined;
      throw new CasusUnreachable(`it answered with ${code}`);
    },
    async send({ path, body: fields }, idempotencyKey) {
      const [answer, body] = await ask(writes, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(fields),
      });
      if (answer.ok && has(body, 'events')) return { result: 'done' };
      const code = codeOf(answer, body);
      if (isRefusal(code)) return { result: 'refused', code };
      throw new CasusUnreachable(`it answered with ${code}`);
    },
  };
}
