import { Trouble } from '#home/trouble';
import { oneLine } from '#installation/one-line';
import { WrongSettings } from '#platform/settings';
import { kindOf } from '#platform/what-failed';

/** What is said of an error to whoever started a service, in one line: texts that are not ours may quote data. */
export const spoken = (error: unknown, what: string): string =>
  error instanceof Trouble || error instanceof WrongSettings ? oneLine(error) : `${what} (${kindOf(error)})`;
