import type { StreamName } from '#event-sourcing/stream-name';
import { sha256 } from '#stores/sha256';

/** How the streams and types of one log are called within a KurrentDB that holds more than this log. */
export interface KurrentNames {
  /** What the name of every stream of this log begins with, and of no other. */
  readonly prefix: string;
  /** The KurrentDB stream of a stream of ours. */
  streamOf(stream: StreamName): string;
  /** The KurrentDB stream that keeps what was appended under an idempotency key; outside the prefix. */
  keptUnder(key: string): string;
}

const FORM = /^[a-z][a-z0-9]*$/;

/** Names within a namespace such as `aanzet`. Throws a RangeError when it is not of lower-case letters and digits. */
export function kurrentNames(namespace: string): KurrentNames {
  // Names that differ only in case fall together in one append of several streams.
  if (!FORM.test(namespace)) throw new RangeError(`not a namespace: ${namespace}`);
  const prefix = `${namespace}.`;
  return {
    prefix,
    streamOf: (stream) => `${prefix}${stream}`,
    // A key may be any text; a stream name may not.
    keptUnder: (key) => `${namespace}_append-${sha256(key)}`,
  };
}

/** An event type as KurrentDB takes it: what is not a letter, digit, `_`, `-` or `.` becomes `:` and its code unit. */
export const kurrentType = (type: string): string =>
  type.replace(/[^A-Za-z0-9_.-]/g, (sign) => `:${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
