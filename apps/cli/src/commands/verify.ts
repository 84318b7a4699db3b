import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { verifyLog } from '#event-sourcing/verify-log';
import { Trouble } from '#home/trouble';
import { sha256 } from '#stores/sha256';

/** `aanzet verify`: whether the hash chain of every stream of the log holds. Fails when one does not. */
export const verify = ({ json }: { json?: true }, command: Command): Promise<void> =>
  withInstallation(command, async ({ store }) => {
    const { events, streams, broken } = await verifyLog(store, sha256);
    if (json) printJson({ events, streams, broken });
    const [first] = broken;
    if (first) {
      const { stream, revision } = first;
      throw new Trouble(
        `the history does not hold in ${broken.length} of ${streams} streams, first in ${stream} at revision ${revision}: compare with a backup`,
      );
    }
    if (!json) print(`${events} events in ${streams} streams: the chain holds`);
  });
