import type { Pause } from '#messaging/transport/event-source';
import { setTimeout as after } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** A pause that doubles with every try, up to ten seconds. */
export const growingPause: Pause = (tries, signal) =>
  after(Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)), undefined, { signal }).catch(() => undefined);
