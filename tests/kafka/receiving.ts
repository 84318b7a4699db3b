import type { ReceivedMessage } from '#messaging/feed/feed';

/** The Kafka of this run. */
export function brokersOfRun(): string {
  const brokers = process.env['TEST_KAFKA_BROKERS'];
  if (!brokers) throw new Error('no Kafka runs for the specs: use the jest project "kafka"');
  return brokers;
}

/** What a receiver took, and a promise of having taken enough. */
export interface Receiving {
  readonly take: (message: ReceivedMessage) => Promise<void>;
  readonly all: readonly ReceivedMessage[];
  readonly until: (enough: (all: readonly ReceivedMessage[]) => boolean) => Promise<readonly ReceivedMessage[]>;
}

/** A receiver that keeps everything. */
export function receiving(): Receiving {
  const all: ReceivedMessage[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    take(message) {
      all.push(message);
      for (const look of waiting) look();
      return Promise.resolve();
    },
    until: (enough) =>
      new Promise((resolve) => {
        const look = () => {
          if (!enough(all)) return;
          waiting.delete(look);
          resolve(all);
        };
        waiting.add(look);
        look();
      }),
  };
}
