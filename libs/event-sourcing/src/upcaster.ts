import type { DomainEvent } from '#event-sourcing/event';

/** Turns the data of one version of an event type into the data of the next. Pure. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  readonly upcast: (data: unknown) => unknown;
}

/** An event whose version this program does not know: written by a newer program, or never written at all. */
export class UnknownEventVersion extends Error {
  constructor(type: string, version: number, newest: number) {
    super(`event ${type} has version ${version}; this program reads up to ${newest}`);
    this.name = 'UnknownEventVersion';
  }
}

/** Brings stored events to the newest version of their type, one step at a time. Throws UnknownEventVersion. */
export function upcasterChain(upcasters: readonly Upcaster[], newest: (type: string) => number | undefined) {
  const steps = new Map(upcasters.map((step) => [`${step.type} ${step.from}`, step.upcast]));
  return (event: DomainEvent): DomainEvent => {
    const target = newest(event.type);
    let { data, schemaVersion } = event;
    if (target === undefined || schemaVersion > target) {
      throw new UnknownEventVersion(event.type, schemaVersion, target ?? 0);
    }
    for (; schemaVersion < target; schemaVersion++) {
      const step = steps.get(`${event.type} ${schemaVersion}`);
      if (!step) throw new UnknownEventVersion(event.type, schemaVersion, target);
      data = step(data);
    }
    return { ...event, schemaVersion, data };
  };
}
