import * as v from 'valibot';
import { parse } from 'yaml';
import { source } from '#tests/architecture/sources';

const described = v.object({
  shortDescription: v.pipe(v.string(), v.maxLength(150)),
  longDescription: v.pipe(v.string(), v.minLength(150), v.maxLength(10_000)),
  features: v.pipe(v.array(v.string()), v.nonEmpty()),
});

/** What version 0.4 of the standard makes mandatory, and its lists as far as they could be about us. */
const standard = v.object({
  publiccodeYmlVersion: v.literal('0.4'),
  name: v.string(),
  url: v.pipe(v.string(), v.url()),
  releaseDate: v.pipe(v.string(), v.isoDate()),
  platforms: v.array(v.picklist(['web', 'windows', 'mac', 'linux', 'ios', 'android'])),
  categories: v.array(v.picklist(['workflow-management', 'collaboration', 'task-management', 'project-collaboration'])),
  developmentStatus: v.picklist(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: v.picklist(['standalone/web', 'standalone/backend', 'standalone/other']),
  description: v.record(v.picklist(['nl', 'en']), described),
  legal: v.object({ license: v.string() }),
  maintenance: v.variant('type', [
    v.object({ type: v.picklist(['internal', 'community']), contacts: v.array(v.object({ name: v.string() })) }),
    v.object({ type: v.literal('contract'), contractors: v.array(v.object({ name: v.string(), until: v.string() })) }),
    v.object({ type: v.literal('none') }),
  ]),
  localisation: v.object({ localisationReady: v.boolean(), availableLanguages: v.array(v.string()) }),
});

const publicCode: unknown = parse(source('publiccode.yml').text);

describe('publiccode.yml', () => {
  it('has what version 0.4 of its standard asks for', () => {
    expect(v.safeParse(standard, publicCode).issues).toBeUndefined();
  });

  it('names the version and the licence that package.json names', () => {
    const manifest = JSON.parse(source('package.json').text) as { version: string; license: string };
    expect(publicCode).toMatchObject({ softwareVersion: manifest.version, legal: { license: manifest.license } });
    expect(source('LICENSE').text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
  });
});
