import type { CommandFacts, Decided } from '#tests/docs/command-facts';
import { anchor, code, page, table } from '#tests/docs/markdown';
import {
  CASUS_REFUSALS,
  COMMAND_REFUSALS,
  HOME_REFUSALS,
  INBOX_REFUSALS,
  PARTNER_REFUSALS,
  webRefusals,
  type ListedRefusal,
} from '#tests/docs/refusal-list';

/** What the player says of the form of a script; refusals-page.spec.ts sees that none is left out. */
export const SCRIPT_REFUSALS: Readonly<Record<string, string>> = {
  'not-yaml': 'The file is no YAML document, or no map.',
  'fields-invalid': 'A field of the head or of a line is missing, does not fit, or is not a field there.',
  'timezone-not-supported': 'The head names a time zone other than Europe/Amsterdam.',
  'command-unknown': 'There is no such command in scripts.',
  'out-of-order': 'The line was recorded before the line above it.',
};

const INTRO = `Whatever is not done is answered as \`application/problem+json\` (RFC 9457). \`code\` is for programs, \`detail\` for people, and what helps to do it right stands beside them: ids, states, dates, what is allowed. Nothing refused leaves a trace in the log. Refusals are looked for in the order 404, 400, 403, 409.

\`\`\`json
{
  "type": "urn:aanzet:problem:work-open",
  "title": "Work open",
  "status": 409,
  "detail": "There is work left.",
  "code": "work-open",
  "steps": ["S1"],
  "promises": []
}
\`\`\`

| Status | Means |
|---|---|
| 400 | the input makes no sense |
| 403 | this partner may not |
| 404 | something that is named does not exist |
| 409 | the state does not allow it |
| 412 | it has changed since the revision that \`If-Match\` names |
| 413, 415 | the body is too large, or not JSON |
| 422 | the \`Idempotency-Key\` was used with another command |
| 500, 503 | a fault on this side; the same again, with the same \`Idempotency-Key\`, is safe |`;

const plain = (refusals: readonly ListedRefusal[]): string =>
  table(
    ['Code', 'Status', 'Says'],
    refusals.map((one) => [code(one.code), String(one.status), one.sentence]),
  );

/** A table that tells as well which commands refuse with the code by their own decision. */
export function withCommands(
  refusals: readonly ListedRefusal[],
  facts: ReadonlyMap<string, CommandFacts>,
  everywhere: readonly string[],
  ofNotes: ReadonlySet<string> = new Set(),
): string {
  const commands = (refusal: string): string => {
    if (everywhere.includes(refusal)) return 'any';
    const those = [...facts].filter(([, { codes }]) => codes.includes(refusal)).map(([name]) => name);
    if (those.length === 0 && ofNotes.has(refusal)) return 'what the service notes itself';
    return those.map((name) => `[${name}](commands.md#${anchor(name)})`).join(', ');
  };
  return table(
    ['Code', 'Status', 'Says', 'Commands'],
    refusals.map((one) => [code(one.code), String(one.status), one.sentence, commands(one.code)]),
  );
}

/** docs/reference/refusals.md. */
export const refusalsPage = (
  { casus, partners, inbox, homes, searches }: Readonly<Record<Decided, ReadonlyMap<string, CommandFacts>>>,
  everyCasus: readonly string[],
  ofNotes: ReadonlySet<string>,
): string =>
  page(
    'Refusals',
    INTRO,
    '## Any command',
    plain(COMMAND_REFUSALS),
    '## Commands on a casus',
    withCommands(CASUS_REFUSALS, casus, everyCasus),
    '## Commands on a partner',
    withCommands(PARTNER_REFUSALS, partners, []),
    '## Commands on an inbox',
    withCommands(INBOX_REFUSALS, inbox, []),
    '## Commands on homes and for candidates',
    'Of the service of a housing corporation.',
    withCommands(HOME_REFUSALS, new Map([...homes, ...searches]), [], ofNotes),
    '## Requests',
    'Commands and queries alike, before anything is looked up; `not-ready` of `/health/ready` only.',
    plain(webRefusals()),
    '## Scripts',
    '`aanzet play` names every bad line as `file:line: code: message`. Beside the codes above:',
    table(
      ['Code', 'Means'],
      Object.entries(SCRIPT_REFUSALS).map(([name, sentence]) => [code(name), sentence]),
    ),
  );
