import type { Instant } from '#event-sourcing/instant';

/** What of an escalation decides whose item it is. Without a person it is for everyone of the partner. */
export interface Told {
  readonly partner: string;
  readonly person?: string | undefined;
  /** When it came due; nobody has read it before. */
  readonly at: Instant;
}

/** Where an item of an inbox comes from: an `Escalated` in the stream `watch-<casus>`. `casus` is an id. */
export interface ItemPlace {
  readonly casus: string;
  readonly revision: number;
}

const ITEM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(0|[1-9]\d{0,8})$/;

/** The id of an item, for ever: `<casus>.<revision>`. */
export const itemIdOf = ({ casus, revision }: ItemPlace): string => `${casus}.${revision}`;

/** Reads the id of an item; undefined when it is none. */
export function itemPlace(item: string): ItemPlace | undefined {
  const [, casus, revision] = ITEM.exec(item) ?? [];
  return casus === undefined ? undefined : { casus, revision: Number(revision) };
}
