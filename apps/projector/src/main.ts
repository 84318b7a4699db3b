import 'reflect-metadata';
import { runProjector } from '#apps/projector/src/run';

try {
  const projector = await runProjector(process.env);
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= projector.close();
    });
  }
} catch (error) {
  // An AggregateError of refused connections has an empty message; its first error says more.
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
  process.stderr.write(`aanzet projector: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
