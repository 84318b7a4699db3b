import type { Instant } from '#event-sourcing/instant';
import { casusReference } from '#commands/form/forms';
import { LOCAL_TIME, readLocalTime } from '#player/local-time';
import type { Entry } from '#player/yaml-entries';

/** What stands above the timeline. */
export interface Head {
  readonly casus: string;
  readonly now?: Instant;
  /** What goes into open-casus, and in which lines it stands. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly headLines: ReadonlyMap<string, number>;
}

type Fault = (line: number, code: string, message: string) => void;

const TIME_ZONE = 'Europe/Amsterdam';
const OPENING = ['title', 'director', 'residents', 'attentionGroup', 'neighbourhood'];
const KNOWN = ['casus', 'timezone', 'now', ...OPENING, 'timeline', 'expect'];

/** Reads the head of a script; `fault` is told whatever is wrong. What goes into open-casus is checked there. */
export function readHead(entries: readonly Entry[], fault: Fault): Head | undefined {
  const given = new Map(entries.map((entry) => [entry.key, entry]));
  for (const { key, line } of entries) {
    if (!KNOWN.includes(key)) fault(line, 'fields-invalid', `${key}: is not a field here; one of: ${KNOWN.join(', ')}`);
  }
  const zone = given.get('timezone');
  if (zone && zone.value !== TIME_ZONE) {
    fault(zone.line, 'timezone-not-supported', `timezone: only ${TIME_ZONE} is supported`);
  }
  const standsAt = given.get('now');
  const now = readLocalTime(standsAt?.value);
  if (standsAt && now === undefined) fault(standsAt.line, 'fields-invalid', `now: must be ${LOCAL_TIME}`);
  const casus = given.get('casus');
  if (!casus || !casusReference.fits(casus.value)) {
    fault(casus?.line ?? 1, 'fields-invalid', `casus: must be ${casusReference.right}`);
    return undefined;
  }
  const opening = entries.filter(({ key }) => OPENING.includes(key));
  return {
    casus: String(casus.value),
    ...(now !== undefined && { now }),
    fields: Object.fromEntries(opening.map(({ key, value }) => [key, value])),
    headLines: new Map(opening.map(({ key, line }) => [key, line])),
  };
}
