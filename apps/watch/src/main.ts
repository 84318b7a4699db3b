import 'reflect-metadata';
import { runWatch } from '#apps/watch/src/run';

try {
  const watch = await runWatch(process.env);
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= watch.close();
    });
  }
} catch (error) {
  // An AggregateError of refused connections has an empty message; its first error says more.
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
  process.stderr.write(`aanzet watch: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
