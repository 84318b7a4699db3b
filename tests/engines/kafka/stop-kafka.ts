import stopPostgres from '#tests/engines/stop-postgres';

/** Stops what start-kafka.ts started, and removes its data. */
export default async function stopKafka(): Promise<void> {
  await globalThis.startedKafka?.remove();
  globalThis.startedKafka = undefined;
  await stopPostgres();
}
