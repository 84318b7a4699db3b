/** Stops what start-postgres.ts started, and removes its data. */
export default async function stopPostgres(): Promise<void> {
  await globalThis.startedPostgres?.stop();
  globalThis.startedPostgres = undefined;
}
