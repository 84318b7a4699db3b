import type { Command } from 'commander';
import { print, withInstallation } from '#apps/cli/src/commands/context';

/**
 * `aanzet migrate`: brings the database up to date with what every service keeps in it, and the databases that services
 * have of their own where the environment names them. Afterwards services start with accounts that may not change any.
 */
export async function migrateInstallation(_options: unknown, command: Command): Promise<void> {
  // No other command needs the services, which take a while to load.
  const { SERVICES } = await import('#apps/standalone/src/services');
  const work = async () => {
    for (const service of SERVICES) await service.prepare(process.env);
    print('The database is up to date.');
  };
  await withInstallation(
    command,
    work,
    SERVICES.flatMap(({ schemas }) => schemas),
  );
}
