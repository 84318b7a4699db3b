import { parse } from 'yaml';
import { source } from '#tests/architecture/sources';

interface PublicCode {
  readonly description: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly [key: string]: unknown;
}

const publicCode = parse(source('publiccode.yml').text) as PublicCode;

describe('publiccode.yml', () => {
  it('has what version 0.4 of its standard asks for', () => {
    expect(publicCode).toMatchObject({
      publiccodeYmlVersion: '0.4',
      name: 'Aanzet',
      url: expect.stringMatching(/^https:\/\//),
      platforms: expect.arrayContaining(['web']),
      categories: expect.arrayContaining(['workflow-management']),
      developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/),
      softwareType: expect.stringMatching(/^standalone\/(web|backend|other)$/),
      legal: { license: 'EUPL-1.2' },
      maintenance: { type: expect.stringMatching(/^(internal|contract|community|none)$/) },
      localisation: { localisationReady: expect.any(Boolean), availableLanguages: expect.arrayContaining(['nl']) },
    });
  });

  it.each(Object.entries(publicCode.description))('describes the software in %s within the limits', (_, described) => {
    expect(String(described['shortDescription']).length).toBeLessThanOrEqual(150);
    expect(String(described['longDescription']).length).toBeGreaterThanOrEqual(150);
    expect(String(described['longDescription']).length).toBeLessThanOrEqual(10_000);
    expect(described['features']).not.toHaveLength(0);
  });

  it('names the version and the licence that package.json names', () => {
    const manifest = JSON.parse(source('package.json').text) as { version: string; license: string };
    expect(publicCode).toMatchObject({ softwareVersion: manifest.version, legal: { license: manifest.license } });
    expect(source('LICENSE').text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
  });
});
