/** The feed cannot do what it was asked, now or at all. `reason` is a kind of error of the client or a code of the broker. */
export class FeedTrouble extends Error {
  constructor(
    readonly reason: string,
    cause: unknown,
  ) {
    super(`Kafka: ${reason}`, { cause });
    this.name = 'FeedTrouble';
  }
}

/** The code of the broker, and that of the system or of TLS where there is no connection. */
const codesOf = (error: Error): readonly string[] =>
  ['type' in error && error.type, 'code' in error && error.code].filter((code) => typeof code === 'string');

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? `, ${reasonOf(error.cause)}` : '';
  const several: unknown = 'errors' in error ? error.errors : undefined;
  if (Array.isArray(several)) return [...new Set(several.map(reasonOf))].join(', ');
  return [error.name, ...codesOf(error)].join(' ') + cause;
}

/** An error of the client as trouble whose text is made of names and codes: its own may quote what a handler failed at. */
export const troubleOf = (error: unknown): FeedTrouble => new FeedTrouble(reasonOf(error), error);

/** What work comes to. Rejects with FeedTrouble. */
export async function orTrouble<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw troubleOf(error);
  }
}

/**
 * A handler did not take a message. It goes through the client in its place, which tries again after such an error, and
 * leaves the group after a TypeError.
 */
export class NotTaken extends Error {
  constructor(cause: unknown) {
    super('a message was not taken', { cause });
    this.name = 'NotTaken';
  }
}

/** Whether it was a handler that an error of the client came of. */
export const isOfHandler = (error: unknown): boolean =>
  error instanceof NotTaken || (error instanceof Error && isOfHandler(error.cause));

/** Whether an error of the client, or what led to it, is this code of the broker. */
export function brokerSays(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false;
  return ('type' in error && error.type === code) || brokerSays(error.cause, code);
}
