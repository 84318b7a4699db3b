const typeOf = (error: unknown): unknown => (error instanceof Error && 'type' in error ? error.type : undefined);

/** Whether a stream stood elsewhere than an append expected. The message is empty; only the type tells. */
export const stoodElsewhere = (error: unknown): boolean => typeOf(error) === 'wrong-expected-version';

/** Whether there is no such stream. */
export const noSuchStream = (error: unknown): boolean => typeOf(error) === 'stream-not-found';

const REFUSALS: ReadonlySet<unknown> = new Set([
  'access-denied',
  'append-record-size-exceeded',
  'invalid-argument',
  'maximum-append-size-exceeded',
  'not-leader',
  'stream-tombstoned',
  'transaction-max-size-exceeded',
]);

/** Whether the server itself refused, so that nothing was written. Anything else may have been lost on the way back. */
export const refusedByKurrent = (error: unknown): boolean => REFUSALS.has(typeOf(error));

/** KurrentDB did not answer in time: a frozen server keeps its connections open. */
export class KurrentSilent extends Error {
  constructor(ms: number) {
    super(`KurrentDB did not answer within ${String(ms)} ms`);
    this.name = 'KurrentSilent';
  }
}

/** What settles with `answer`, or rejects with KurrentSilent after so long. */
export async function answeredWithin<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new KurrentSilent(ms));
    }, ms);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
