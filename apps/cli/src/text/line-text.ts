import { partyText } from '#installation/text/board';

/** A line of the time ledger as it is shown: `blocked:E4` is `wacht op E4`. */
export function lineText(line: string): string {
  if (line === 'suspended') return 'opgeschort';
  if (line === 'scheduled') return 'gepland';
  if (line === 'blocked:nobody') return 'wacht op niemand';
  return line.startsWith('blocked:') ? `wacht op ${line.slice('blocked:'.length)}` : partyText(line);
}
