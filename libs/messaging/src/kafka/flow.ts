import type { IMemberAssignment } from 'kafkajs';

/** Knows, by what happens to a receiver, whether messages come in and each of them is taken. */
export interface Flow {
  /** These partitions are its own from now on, and no others. */
  joined(assigned: IMemberAssignment): void;
  asks(broker: number): void;
  answered(broker: number): void;
  /** The message at hand in a partition was not taken. */
  refused(topic: string, partition: number): void;
  /** It was taken, or is not to be taken any more. */
  settled(topic: string, partition: number): void;
  /** Something else is in the way. */
  troubled(): void;
}

const placeOf = (topic: string, partition: number) => `${topic} ${partition}`;

/** A flow. `tell` hears that all goes well, once each time that it comes to that; not while the gate is shut. */
export function flowThrough(isGateOpen: () => boolean, tell: () => void): Flow {
  const refused = new Set<string>();
  const answered = new Set<number>();
  let isTold = false;

  function well(): void {
    if (isTold || refused.size > 0 || !isGateOpen()) return;
    isTold = true;
    tell();
  }

  return {
    joined(assigned) {
      const own = Object.entries(assigned).flatMap(([topic, all]) => all.map((one) => placeOf(topic, one)));
      for (const place of refused) if (!own.includes(place)) refused.delete(place);
      answered.clear();
      isTold = false;
    },
    // The client says of a broker that has no partition for it, too, that it answered; but once another has refused, it
    // asks none of them again.
    asks(broker) {
      if (answered.has(broker)) well();
    },
    answered(broker) {
      answered.add(broker);
    },
    refused(topic, partition) {
      refused.add(placeOf(topic, partition));
      isTold = false;
    },
    settled(topic, partition) {
      refused.delete(placeOf(topic, partition));
      well();
    },
    troubled() {
      isTold = false;
    },
  };
}
