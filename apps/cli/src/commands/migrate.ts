import type { Command } from 'commander';
import { print, withInstallation } from '#apps/cli/src/commands/context';

/** `aanzet migrate`: brings the database up to date, as every opening of an installation does. */
export const migrateInstallation = (_options: unknown, command: Command): Promise<void> =>
  withInstallation(command, () => {
    print('The database is up to date.');
    return Promise.resolve();
  });
