import { startBroker, type KafkaBroker } from '#tests/engines/kafka/broker';
import startPostgres from '#tests/engines/start-postgres';

declare global {
  /** The broker that this run started; stop-kafka.ts stops it. */
  var startedKafka: KafkaBroker | undefined;
}

/** Starts one PostgreSQL and one Kafka for all specs that need both. */
export default async function startKafka(): Promise<void> {
  await startPostgres();
  globalThis.startedKafka = await startBroker();
  process.env['TEST_KAFKA_BROKERS'] = globalThis.startedKafka.brokers;
}
