import { createRequire } from 'node:module';
import { Ajv, type Options } from 'ajv';
import * as formats from 'ajv-formats';
import { CloudEvent } from 'cloudevents';
import { publicExamples } from '#messaging/contract/examples';
import { readCloudEvent } from '#messaging/contract/cloud-event';
import { PUBLIC_NAMES, publicTypeOf } from '#messaging/contract/public-events';
import { source } from '#tests/architecture/sources';
import { asyncApi, schemaOf } from '#tests/docs/event-documents';

const load = createRequire(import.meta.url);

function validator(schema: object, options: Options = {}) {
  const ajv = new Ajv({ strict: false, allErrors: true, ...options });
  // The declarations of ajv-formats speak of CommonJS; Node and jest give its function as the default of its default.
  const { default: add } = formats.default as unknown as { default: (to: Ajv) => void };
  add(ajv);
  return ajv.compile(schema);
}

describe.each(PUBLIC_NAMES.map((name) => [name]))('%s', (name) => {
  const file = (kind: string) =>
    JSON.parse(source(`docs/reference/events/${publicTypeOf(name)}.${kind}.json`).text) as object;

  it('has an example that the SDK of CloudEvents takes, in the form of the NL GOV profile', () => {
    const event = new CloudEvent(file('example'), true);
    const attributes = Object.keys(file('example')).filter((key) => key !== 'data');
    expect(attributes.filter((key) => !/^[a-z0-9]{1,20}$/.test(key))).toEqual([]);
    expect(event.source).toMatch(/^urn:nld:oin:\d{20}:systeem:aanzet$/);
    expect(event.type).toMatch(/^nl\.aanzet\.[a-z]+\.[a-z-]+\.v\d+$/);
    expect(event).toMatchObject({ specversion: '1.0', sequencetype: 'LogPosition' });
    expect(event['dataref']).toMatch(/^https:\/\//);
  });

  it('has an example that fits its schema, and a schema that something can break', () => {
    const fits = validator(file('schema'));
    const example = file('example') as { data: object };
    expect([fits(example), fits.errors]).toEqual([true, null]);
    expect(fits({ ...example, data: {} })).toBe(false);
    expect(fits({ ...example, type: 'nl.aanzet.casus.nothing.v1' })).toBe(false);
    expect(fits({ ...example, source: 'https://aanzet.voorbeeld.nl' })).toBe(false);
  });

  it('reads its own example, and the schema takes what the program reads', () => {
    const received = readCloudEvent(JSON.stringify(publicExamples().get(name)));
    expect(received).toMatchObject({ ok: true, event: { name, data: publicExamples().get(name)?.data } });
    expect(validator(schemaOf(name))(publicExamples().get(name))).toBe(true);
  });
});

describe('the AsyncAPI document', () => {
  it('is one by the schema of AsyncAPI 3', () => {
    const fits = validator(load('@asyncapi/specs/schemas/3.0.0.json') as object, {
      meta: false,
      validateSchema: false,
    });
    expect([fits(asyncApi()), fits.errors]).toEqual([true, null]);
    expect(fits({ ...asyncApi(), operations: { odd: { action: 'shout' } } })).toBe(false);
  });
});
