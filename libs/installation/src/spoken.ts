import { Trouble } from '#home/trouble';
import { oneLine } from '#installation/one-line';
import { WrongRules } from '#platform/rule-file';
import { WrongSettings } from '#platform/settings';
import { kindOf } from '#platform/what-failed';

const OURS = [Trouble, WrongSettings, WrongRules];

/** What is said of an error to whoever started a service, in one line: texts that are not ours may quote data. */
export const spoken = (error: unknown, what: string): string =>
  OURS.some((ours) => error instanceof ours) ? oneLine(error) : `${what} (${kindOf(error)})`;
