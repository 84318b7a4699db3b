import type { Kafka } from 'kafkajs';
import { producerOf } from '#messaging/kafka/kafka-producer';

describe('a producer that cannot connect', () => {
  it.each(['closes', 'cannot close either'])('rejects with why, and %s', async (how) => {
    let closed = 0;
    const producer = {
      connect: () => Promise.reject(Object.assign(new Error('no'), { type: 'CLUSTER_AUTHORIZATION_FAILED' })),
      disconnect() {
        closed += 1;
        return how === 'closes' ? Promise.resolve() : Promise.reject(new Error('gone'));
      },
    };
    const kafka = { producer: () => producer } as unknown as Kafka;
    await expect(producerOf(kafka)).rejects.toThrow('Kafka: Error CLUSTER_AUTHORIZATION_FAILED');
    expect(closed).toBe(1);
  });
});
