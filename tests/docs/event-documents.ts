import { toJsonSchema } from '@valibot/to-json-schema';
import { SEQUENCE_TYPE } from '#messaging/contract/cloud-event';
import { publicExamples } from '#messaging/contract/examples';
import { PUBLIC_EVENTS, PUBLIC_NAMES, publicTypeOf, type PublicName } from '#messaging/contract/public-events';
import { HOMES_TOPIC, INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import { stringify } from 'yaml';

const FOLDER = 'docs/reference/events';

/** The JSON Schema (draft 7) of a public event as it is sent. */
export function schemaOf(name: PublicName): object {
  const { says, schema } = PUBLIC_EVENTS[name];
  const { $schema, ...data } = toJsonSchema(schema, { target: 'draft-07' });
  const text = { type: 'string', minLength: 1 };
  return {
    $schema,
    title: publicTypeOf(name),
    description: says,
    type: 'object',
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', format: 'uuid' },
      source: { type: 'string', pattern: '^urn:nld:oin:[0-9]{20}:systeem:aanzet$' },
      type: { const: publicTypeOf(name) },
      subject: { ...text, description: `The id of ${name.startsWith('casus.') ? 'a casus' : 'a home'}.` },
      time: { type: 'string', format: 'date-time', description: 'When it was logged.' },
      datacontenttype: { const: 'application/json' },
      dataref: { type: 'string', format: 'uri', description: 'Tells more, to whoever may know it.' },
      sequence: { ...text, description: 'Its place in the log: compares as text; there are gaps.' },
      sequencetype: { const: SEQUENCE_TYPE },
      data,
    },
    required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'dataref'].concat([
      'sequence',
      'sequencetype',
      'data',
    ]),
  };
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
const messageKey = (name: PublicName): string => publicTypeOf(name).replaceAll('.', '-');

const channel = (address: string, description: string, names: readonly PublicName[]) => ({
  address,
  description,
  messages: Object.fromEntries(
    names.map((name) => [messageKey(name), { $ref: `#/components/messages/${messageKey(name)}` }]),
  ),
});

function messageOf(name: PublicName): object {
  const schema = { ...schemaOf(name), $schema: undefined };
  return {
    name: publicTypeOf(name),
    summary: PUBLIC_EVENTS[name].says,
    contentType: 'application/cloudevents+json',
    payload: { schemaFormat: 'application/schema+json;version=draft-07', schema },
    bindings: { kafka: { key: { type: 'string', description: 'The subject, so that its events keep their order.' } } },
    examples: [{ payload: publicExamples().get(name) }],
  };
}

const operation = (of: string, summary: string) => ({
  action: 'send',
  summary,
  channel: { $ref: `#/channels/${of}` },
});

/** The AsyncAPI 3 document of all public events. */
export function asyncApi(): object {
  const ofHomes = PUBLIC_NAMES.filter((name) => name.startsWith('home.'));
  const ofCasus = PUBLIC_NAMES.filter((name) => !ofHomes.includes(name) && name !== 'casus.other-step-changed');
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Aanzet: public events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 by the NL GOV profile 1.1, without personal data, at least once: keep the ids of what you took. A version of an event may gain fields that can be left out; ignore what you do not know.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      internal: channel(
        INTERNAL_TOPIC,
        'Everything about casus, for services of the installation that do not read of homes.',
        ofCasus,
      ),
      homes: channel(
        HOMES_TOPIC,
        'What corporations tell of homes, for services of the installation that read no other topic: times would tell for whom a home is.',
        ofHomes,
      ),
      partner: {
        ...channel(partnerTopic('{partner}'), 'What one partner may know, and no more.', PUBLIC_NAMES),
        parameters: { partner: { description: 'The slug of the partner.' } },
      },
    },
    operations: {
      sendInternal: operation('internal', 'What happened, whole.'),
      sendHomes: operation('homes', 'What became of homes.'),
      sendPartner: operation('partner', 'What happened, as far as this partner may know it.'),
    },
    components: { messages: Object.fromEntries(PUBLIC_NAMES.map((name) => [messageKey(name), messageOf(name)])) },
  };
}

/** The documents of the public events, by path. */
export function eventDocuments(): ReadonlyMap<string, string> {
  const examples = publicExamples();
  return new Map([
    ...PUBLIC_NAMES.flatMap((name): [string, string][] => [
      [`${FOLDER}/${publicTypeOf(name)}.schema.json`, json(schemaOf(name))],
      [`${FOLDER}/${publicTypeOf(name)}.example.json`, json(examples.get(name) ?? {})],
    ]),
    ['docs/reference/asyncapi.yaml', stringify(asyncApi(), { aliasDuplicateObjects: false, lineWidth: 0 })],
  ]);
}
