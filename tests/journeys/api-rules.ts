import spectral from '@stoplight/spectral-core';
import functions from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';

const { pattern, truthy, schema, casing } = functions;

const OPERATIONS = '$.paths[*][get,put,post,delete,patch]';
const RESPONSES = `${OPERATIONS}.responses`;

const rule = (message: string, given: string | string[], then: object) => ({ message, given, severity: 'error', then });

/** A schema that a value at the given place must meet. */
const meets = (wanted: object, field?: string) => ({
  function: schema,
  functionOptions: { schema: wanted },
  ...(field !== undefined && { field }),
});

/** The points of the NL API Design Rules that can be seen in the document, as rules of our own. */
const designRules = {
  'version-in-path': rule('an address starts with the major version', '$.paths[*]~', {
    function: pattern,
    functionOptions: { match: '^/v\\d+/' },
  }),
  'kebab-case-paths': rule('a path is lower case with hyphens, and has no slash at its end', '$.paths[*]~', {
    function: pattern,
    functionOptions: { match: '^(/([a-z0-9]+(-[a-z0-9]+)*|\\{[a-z][A-Za-z]*\\}|_search))+$' },
  }),
  'plural-collections': rule('what an item is taken from is a plural', '$.paths[*]~', {
    function: pattern,
    functionOptions: { notMatch: '/[a-z-]*[^s/}]/\\{' },
  }),
  'camel-case-query-keys': rule('a query key is camelCase', `${OPERATIONS}.parameters[?(@.in=='query')].name`, {
    function: casing,
    functionOptions: { type: 'camel' },
  }),
  'no-sensitive-data-in-urls': rule(
    'nothing personal stands in an address',
    `${OPERATIONS}.parameters[?(@.in=='query' || @.in=='path')].name`,
    {
      function: pattern,
      functionOptions: { notMatch: '/(bsn|name|birth|mail|phone|person|token$|password|secret)/i' },
    },
  ),
  'openapi-3': rule('the document is OpenAPI 3', '$.openapi', {
    function: pattern,
    functionOptions: { match: '^3\\.' },
  }),
  'contact-in-info': rule('info has a contact with name, url and email', '$.info', {
    ...meets({ type: 'object', required: ['name', 'url', 'email'] }, 'contact'),
  }),
  'full-version-in-info': rule('the version has three figures', '$.info.version', {
    function: pattern,
    functionOptions: { match: '^\\d+\\.\\d+\\.\\d+$' },
  }),
  'api-version-header': rule('every answer tells the full version', `${RESPONSES}[*]`, {
    ...meets({ type: 'object', required: ['API-Version'] }, 'headers'),
  }),
  'problem-details': rule('every refusal is a problem (RFC 9457)', `${RESPONSES}[?(@property.match(/^[45]/))]`, {
    ...meets({ type: 'object', required: ['application/problem+json'], maxProperties: 1 }, 'content'),
  }),
  'problem-members': rule(
    'a problem has status, title and detail',
    `${RESPONSES}[?(@property.match(/^[45]/))].content[*].schema`,
    meets({
      properties: { required: { allOf: ['status', 'title', 'detail'].map((name) => ({ contains: { const: name } })) } },
      required: ['required'],
    }),
  ),
  'bad-request-on-inputs': rule('what takes input can answer 400', RESPONSES, { field: '400', function: truthy }),
  'instants-with-zone': rule(
    'an instant is a date-time',
    `$..properties[?(@property.match(/(^at|^since|At|Since)$/) && @ && @.type=='string')]`,
    meets({ properties: { format: { const: 'date-time' } }, required: ['format'] }),
  ),
  'days-as-dates': rule(
    'a day is a date',
    `$..properties[?(@property.match(/^(on|target|notBefore|answerBy|expiresOn|due|validUntil|lastDay|firstDay|startsOn|warnsOn)$/) && @ && @.type=='string')]`,
    meets({ properties: { format: { const: 'date' } }, required: ['format'] }),
  ),
  'until-a-day-or-an-instant': rule(
    'an end is a date or an instant',
    `$..properties[?(@property=='until' && @ && @.type=='string')]`,
    meets({ properties: { format: { enum: ['date', 'date-time'] } }, required: ['format'] }),
  ),
  'unknown-fields-refused': rule(
    'a body takes no unknown fields',
    '$.components.schemas[?(@property.match(/Body$/))]',
    {
      field: 'additionalProperties',
      ...meets({ const: false }),
    },
  ),
  'examples-in-bodies': rule(
    'a field of a body has an example',
    `$.components.schemas[?(@property.match(/Body$/))].properties[?(@ && (@.type=='string' || @.type=='integer'))]`,
    { field: 'example', function: truthy },
  ),
  summaries: rule('an operation is summed up', OPERATIONS, { field: 'summary', function: truthy }),
};

export const RULES = Object.keys(designRules);

const linter = new spectral.Spectral();
linter.setRuleset({ extends: [[rulesets.oas, 'recommended']], rules: designRules } as Parameters<
  typeof linter.setRuleset
>[0]);

/** What a document does wrong: the rule and the place, each. */
export async function wrongsOf(document: object): Promise<readonly { rule: string; place: string; message: string }[]> {
  const results = await linter.run(structuredClone(document) as Record<string, unknown>);
  return results.map(({ code, path, message }) => ({ rule: String(code), place: path.join('.'), message }));
}
