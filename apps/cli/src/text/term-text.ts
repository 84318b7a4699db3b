import type { LocalDate } from '#calendar/local-date';
import type { TermAccount, TermMove } from '#calendar/term-account';
import type { TermFault } from '#calendar/term-fault';
import type { RuleEdition } from '#calendar/rule-book/rule-book';
import { inForceFrom, type TermNature, type TermRule } from '#calendar/term-rule';
import { longDay, longMoment } from '#installation/text/local-text';

/** How the nature of a rule is shown. */
export const NATURES: Readonly<Record<TermNature, string>> = {
  statutory: 'wettelijk',
  derived: 'wettelijk (afgeleid)',
  norm: 'norm',
  agreement: 'afspraak',
};

const UNITS = {
  days: ['dag', 'dagen'],
  weeks: ['week', 'weken'],
  months: ['maand', 'maanden'],
  'working-days': ['werkdag', 'werkdagen'],
} as const;

/** `8 weken`, or `onverwijld`. */
export function lengthText({ length }: Pick<TermRule, 'length'>): string {
  if (length === 'without-delay') return 'onverwijld';
  const [one, more] = UNITS[length.unit];
  return `${length.amount} ${length.amount === 1 ? one : more}`;
}

/** `end`: where the end lay before. */
function moveText(move: TermMove, end: LocalDate): string {
  const to = longDay(move.to);
  switch (move.because) {
    case 'starts-at-end-of':
      return `De termijn telt vanaf ${to}, de laatste dag van ${move.rule}.`;
    case 'suspended':
      return `De termijn stond ${move.days} ${move.days === 1 ? 'dag' : 'dagen'} stil (${move.article}): het einde schuift naar ${to}.`;
    case 'two-working-days':
      return `Een termijn van drie dagen of meer telt ten minste twee gewone dagen (${move.article}): het einde schuift naar ${to}.`;
    case 'no-working-day':
      return `Op ${longDay(end)} kan de termijn niet eindigen, want dat is een zaterdag, een zondag of een feestdag (${move.article}): het einde schuift naar ${to}.`;
  }
}

/** Why the end of a term lies where it lies, a sentence for each thing that moved it. */
export function whyMoved(rule: TermRule, { raw, lastDay, moves }: TermAccount): readonly string[] {
  if (raw === null || lastDay === null) {
    return [`${rule.source} noemt geen aantal dagen: onverwijld, dus zonder laatste dag.`];
  }
  if (moves.length === 0) return ['Het einde is niet verschoven.'];
  let end = raw;
  return moves.map((move) => {
    const text = moveText(move, end);
    if (move.because !== 'starts-at-end-of') end = move.to;
    return text;
  });
}

const day = (date: LocalDate | null): string => (date === null ? '–' : longDay(date));

/** A term worked out, line by line. */
export function termSheet(rule: TermRule, from: LocalDate, account: TermAccount): string {
  const isEarliest = rule.kind === 'earliest';
  const lines: readonly (readonly [string, string])[] = [
    ['Regel', `${rule.code}, ${lengthText(rule)}`],
    ['Bron', `${rule.source}, ${NATURES[rule.nature]}`],
    ['Eerste dag', `de dag na ${longDay(from)}`],
    ['Einde volgens regel', day(account.raw)],
    ['Laatste dag', day(account.lastDay)],
    ['Waarschuwt vanaf', day(account.warnsOn)],
    [isEarliest ? 'Mag vanaf' : 'Verstreken vanaf', account.breachedFrom ? longMoment(account.breachedFrom) : '–'],
  ];
  const sheet = lines.map(([name, value]) => `${name.padEnd(21)}${value}`);
  return [...sheet, '', ...whyMoved(rule, account)].join('\n');
}

/** Where no edition is in force on the first day: when the nearest is. */
export function notInForceText(edition: RuleEdition, from: LocalDate): string {
  const { code, source, version, validUntil } = edition;
  const until = validUntil === undefined ? '' : ` until ${validUntil}`;
  return `the rule ${code} (${source}) is known to be in force from ${inForceFrom(edition) ?? version}${until}: not on ${from}`;
}

/** What is wrong with a term, in one line that names the rule and its article. */
export function faultText({ code, source }: TermRule, fault: TermFault): string {
  switch (fault.code) {
    case 'not-suspendable':
      return `a term by ${code} (${source}) cannot be suspended`;
    case 'suspension-before-term':
      return `the suspension from ${fault.firstDay} begins before the term, which runs from ${fault.from}`;
    case 'suspension-backwards':
      return `the suspension from ${fault.firstDay} ends before it begins, on ${fault.lastDay}`;
    case 'suspensions-overlap':
      return `the suspension from ${fault.firstDay} overlaps the one before it, which lasts until ${fault.other.lastDay ?? 'it is ended'} included`;
    case 'suspension-after-term':
      return `the suspension from ${fault.firstDay} begins after the term, of which the last day is ${fault.lastDay}`;
  }
}
