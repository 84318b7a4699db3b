import * as v from 'valibot';
import { instant, isInstant } from '#event-sourcing/instant';
import { isPublicName, PUBLIC_EVENTS, publicTypeOf } from '#messaging/contract/public-events';
import type { PublicEvent } from '#messaging/contract/public-event';

/** How values of `sequence` compare: as text, of one width, with gaps. */
export const SEQUENCE_TYPE = 'LogPosition';

/** A public event as it is sent: CloudEvents 1.0, NL GOV profile 1.1, JSON. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** `urn:nld:oin:<20 digits>:systeem:aanzet` */
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataref: string;
  readonly sequence: string;
  readonly sequencetype: typeof SEQUENCE_TYPE;
  readonly data: object;
}

/** Who sends: the source of the events, and where its API is found (no slash at the end). */
export interface Sender {
  readonly source: string;
  readonly api: string;
}

/** The source of an installation, by the OIN (20 digits) of the organisation that runs it. */
export const sourceOf = (oin: string): string => `urn:nld:oin:${oin}:systeem:aanzet`;

/** Writes a public event as a CloudEvent. */
export const toCloudEvent = (event: PublicEvent, { source, api }: Sender): CloudEvent => ({
  specversion: '1.0',
  id: event.id,
  source,
  type: publicTypeOf(event.name),
  subject: event.subject,
  time: event.time,
  datacontenttype: 'application/json',
  dataref: `${api}${event.dataref}`,
  sequence: event.sequence,
  sequencetype: SEQUENCE_TYPE,
  data: event.data,
});

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const at = v.pipe(
  v.string(),
  v.check(isInstant),
  v.transform((value) => instant(value)),
);

/** A position, and the number of the event behind it. Any other text would compare with them as nobody meant. */
const SEQUENCE = /^(\d{20}){1,2}(-\d{3})?$/;

const envelope = v.object({
  specversion: v.literal('1.0'),
  id: text,
  source: text,
  type: text,
  subject: text,
  time: at,
  dataref: v.optional(text),
  sequence: v.pipe(v.string(), v.regex(SEQUENCE)),
  data: v.unknown(),
});

/** Why something that was received is not a public event that this program can take. */
export type Fault = 'malformed' | 'foreign' | 'unknown-type' | 'unknown-version';

/** What was received: a public event and who sent it, or what is wrong with it. */
export type Received =
  | { readonly ok: true; readonly source: string; readonly event: PublicEvent }
  | { readonly ok: false; readonly fault: Fault; readonly id?: string };

const TYPE = /^nl\.aanzet\.([a-z]+\.[a-z-]+)\.v([1-9]\d{0,3})$/;

/** PostgreSQL holds no zero byte in a text, at no try. */
function withoutZeroBytes(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('a zero byte in a text');
  return value;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content, withoutZeroBytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads a CloudEvent in JSON. `foreign`: of another kind of sender; `unknown-version`: of a version (of this program's
 * future, or of its past) that it does not read. Fields that are not known are left out.
 */
export function readCloudEvent(content: string): Received {
  const outside = v.safeParse(envelope, parsed(content));
  if (!outside.success) return { ok: false, fault: 'malformed' };
  const { id, source, type, subject, time, sequence, dataref = '', data } = outside.output;
  const [, name = '', version] = TYPE.exec(type) ?? [];
  if (name === '') return { ok: false, fault: 'foreign', id };
  if (!isPublicName(name)) return { ok: false, fault: 'unknown-type', id };
  if (Number(version) !== PUBLIC_EVENTS[name].version) return { ok: false, fault: 'unknown-version', id };
  const inside = v.safeParse(PUBLIC_EVENTS[name].schema, data);
  if (!inside.success) return { ok: false, fault: 'malformed', id };
  const event = { id, name, subject, time, sequence, dataref, data: inside.output };
  // The schema of this very name was applied above; the compiler cannot follow the union.
  return { ok: true, source, event: event as PublicEvent };
}
