import type * as v from 'valibot';
import { askAndPromiseEvents } from '#messaging/contract/ask-and-promise-events';
import { casusEvents } from '#messaging/contract/casus-events';
import { handoffEvents } from '#messaging/contract/handoff-events';
import { homeEvents } from '#messaging/contract/home-events';
import { stallEvents } from '#messaging/contract/stall-events';
import { stepEvents } from '#messaging/contract/step-events';

/**
 * Every public event by name, with its version and the schema of its data: the one place that lists them. A version may
 * gain fields that can be left out; any other change is a new version. Receivers ignore fields that they do not know.
 */
export const PUBLIC_EVENTS = {
  ...casusEvents,
  ...stepEvents,
  ...handoffEvents,
  ...askAndPromiseEvents,
  ...stallEvents,
  ...homeEvents,
} as const;

/** `casus.handoff-offered` and the like. */
export type PublicName = keyof typeof PUBLIC_EVENTS;

export const PUBLIC_NAMES = Object.keys(PUBLIC_EVENTS) as readonly PublicName[];

/** The data of one public event. */
export type PublicDataOf<N extends PublicName> = v.InferOutput<(typeof PUBLIC_EVENTS)[N]['schema']>;

/** The type of a public event as it is sent: `nl.aanzet.casus.handoff-offered.v1`. */
export const publicTypeOf = (name: PublicName): string => `nl.aanzet.${name}.v${PUBLIC_EVENTS[name].version}`;

export const isPublicName = (text: string): text is PublicName => Object.hasOwn(PUBLIC_EVENTS, text);
