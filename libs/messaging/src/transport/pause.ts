import type { Pause } from '#messaging/transport/event-source';
import { wait } from '#platform/wait';

const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** A pause that doubles with every try, up to ten seconds. */
export const growingPause: Pause = (tries, signal) => wait(Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)), signal);
