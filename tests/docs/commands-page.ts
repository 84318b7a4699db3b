import { PLAN_WARNINGS } from '#casus/feasible';
import type { CommandLine } from '#commands/table/command-line';
import { bodyFields, fieldTable, objectName, objectsIn } from '#tests/docs/body-fields';
import type { CommandFacts } from '#tests/docs/command-facts';
import { anchor, code, page } from '#tests/docs/markdown';

/** The commands of one subject. */
export interface Chapter {
  readonly subject: string;
  readonly lines: readonly CommandLine[];
}

const INTRO = `Every command is a \`POST\` below \`/v1\` with a JSON body, and a line of a script with the same fields ([play a script](../how-to/play-a-script.md)). The names between braces in an address are fields as well: in a script they stand with the others. The OpenAPI document of a running installation, \`/v1/openapi.json\`, says the same.

Headers of a command:

| Header | Required | Holds |
|---|---|---|
| \`Aanzet-Partner\` | yes | the id of the partner that acts |
| \`Aanzet-Person\` | no | the person of it that acts |
| \`Idempotency-Key\` | no | 1 to 200 visible ASCII characters; the same command again under the same key is one event and the same answer |
| \`If-Match\` | no | the revision on which the command rests, as \`ETag\` told it: \`"12"\` |
| \`traceparent\` | no | W3C trace context; its trace id is kept with the events |

A command that was carried out is answered with 201 where something came into being, else 200. The body names the casus, partner or home, what came into being, the revision and the events; \`ETag\` is the revision after it, \`Consistency-Token\` goes into \`atLeast\` of a query that must show it.

\`\`\`json
{"casus": "sam", "step": "S1", "revision": 2, "events": ["StepPlanned"]}
\`\`\`

Where a command says so, its answer holds \`warnings\`: a list, often empty, of what will go wrong though it was carried out, each with a \`code\`, an English \`detail\`, the \`step\`, the day \`due\` and the \`steps\` that stand in the way, each with its \`day\` ([what each code means](../explanation/domain.md#steps)).

Every body may hold \`at\`, when it happened: a date and time with a time zone, now when left out.

`;

const codes = (names: readonly string[]): string => names.map(code).join(', ');

/** What is said of one command. */
export function commandPart(
  { do: name, path, summary, body, creates, warns }: CommandLine,
  facts: CommandFacts,
): string {
  const fields = bodyFields(body).filter((field) => field.name !== 'at');
  return [
    `### ${name}`,
    `${summary}. ${code(`POST /v1/${path}`)}, answers ${creates === undefined ? '200' : '201'}.`,
    fields.length === 0 ? 'The body is `{}`.' : fieldTable(fields),
    `Events: ${codes(facts.events)}.${warns ? ` Warns with: ${codes(Object.keys(PLAN_WARNINGS))}.` : ''}`,
    `Refused with: ${codes([...facts.codes].sort())}.`,
  ].join('\n\n');
}

/** The names of all commands under their subjects. */
const overview = (chapters: readonly Chapter[]): string =>
  chapters
    .map(
      ({ subject, lines }) => `- ${subject}: ${lines.map(({ do: name }) => `[${name}](#${anchor(name)})`).join(', ')}`,
    )
    .join('\n');

/** docs/reference/commands.md. */
export function commandsPage(
  chapters: readonly Chapter[],
  facts: ReadonlyMap<string, CommandFacts>,
  everyCasus: readonly string[],
): string {
  const parts = chapters.flatMap(({ subject, lines }) => [
    `## ${subject}`,
    ...lines.map((line) => commandPart(line, facts.get(line.do) ?? { events: [], codes: [] })),
  ]);
  const bodies = chapters.flatMap(({ lines }) => lines.map(({ body }) => body));
  return page(
    'Commands',
    INTRO.trim(),
    `Beside its own codes, any command may be refused with those under [any command](refusals.md#any-command), and any command on a casus (not those on homes and for candidates) with ${codes([...everyCasus].sort())}. (Only \`open-casus\` has no \`casus-unknown\` and no \`before-casus-opened\`; \`record-decision\` may be older than ninety days and than the casus; a closed casus takes \`reopen-casus\` and \`add-note\`.) What each code says is in [refusals](refusals.md); who may do what, and in which state, in [the domain](../explanation/domain.md#who-may).`,
    overview(chapters),
    ...parts,
    '## Objects',
    'What the fields above hold that are objects.',
    ...objectsIn(bodies).flatMap((body) => [`### ${objectName(body)}`, fieldTable(bodyFields(body))]),
  );
}
