import type { AppendRequest } from '#event-sourcing/event-store';

/** Throws a RangeError on what no store takes: a request without events. A bug of the caller, so not an outcome. */
export function refuseEmpty(requests: readonly AppendRequest[]): void {
  const empty = requests.find(({ events }) => events.length === 0);
  if (empty) throw new RangeError(`an append to ${empty.stream} holds no events`);
}
