import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { SERVICES } from '#apps/standalone/src/services';
import { source } from '#tests/architecture/sources';
import {
  askedOfServices,
  chartSchema,
  chartValues,
  configMaps,
  givenOneByOne,
  templates,
  valueAt,
  valuesAskedFor,
} from '#tests/deploy/chart';
import { declaredBy } from '#tests/deploy/declared';

/** Helm itself is not asked for: what can be seen without rendering. */
describe('the chart', () => {
  const values = chartValues();
  const fits = new Ajv({ strict: false, allErrors: true }).compile(chartSchema());
  const texts = templates().map(({ text }) => text);

  it('is of the version of the project', () => {
    const chart = parse(source('deploy/helm/aanzet/Chart.yaml').text) as Record<string, string>;
    const { version } = JSON.parse(source('package.json').text) as { version: string };
    expect(chart).toMatchObject({ apiVersion: 'v2', name: 'aanzet', version, appVersion: version });
  });

  it('has values that fit their schema, and a schema that refuses what it does not know', () => {
    expect([fits(values), fits.errors]).toEqual([true, null]);
    expect(fits({ ...values, kafak: {} })).toBe(false);
    expect(fits({ ...values, secrets: { ...(values['secrets'] as object), password: 'geheim' } })).toBe(false);
    expect(fits({ ...values, image: { ...(values['image'] as object), tag: 'latest' } })).toBe(false);
    expect(fits({ ...values, services: { casus: { replicas: 0 } } })).toBe(false);
  });

  it('asks for no value that there is not', () => {
    const asked = texts.flatMap(valuesAskedFor);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((path) => valueAt(values, path) === undefined)).toEqual([]);
    const ofServices = texts.flatMap(askedOfServices);
    for (const [name, one] of Object.entries(values.services)) {
      expect([name, ofServices.filter((path) => valueAt(one, path) === undefined)]).toEqual([name, []]);
    }
  });

  it('uses every value that there is', () => {
    const asked = new Set(texts.flatMap(valuesAskedFor).map((path) => path.split('.')[0]));
    expect(Object.keys(values).filter((name) => !asked.has(name))).toEqual([]);
  });

  it('runs every service, and nothing else', () => {
    expect(new Set(Object.keys(values.services))).toEqual(new Set(SERVICES.map(({ name }) => name)));
  });

  it('gives each service what it reads, and what it cannot do without', () => {
    const maps = configMaps();
    expect([...maps.keys()]).toEqual(['settings', 'kafka', 'sender']);
    for (const { name, needs } of SERVICES) {
      const { kafka, sender } = values.services[name] ?? { kafka: false, sender: false };
      const given = [
        ...(maps.get('settings') ?? []),
        ...(kafka ? (maps.get('kafka') ?? []) : []),
        ...(sender ? (maps.get('sender') ?? []) : []),
        ...(kafka ? ['KAFKA_USERNAME', 'KAFKA_PASSWORD'] : []),
        ...givenOneByOne(name),
        'DATABASE_URL',
        'KURRENTDB_URL',
      ];
      const declared = declaredBy(name) ?? {};
      expect([name, given.filter((variable) => !(variable in declared))]).toEqual([name, []]);
      expect([name, needs.filter((variable) => !given.includes(variable))]).toEqual([name, []]);
      expect([name, 'KAFKA_BROKERS' in declared, 'AANZET_SOURCE_OIN' in declared]).toEqual([name, kafka, sender]);
    }
    expect(givenOneByOne('allocation')).toContain('ALLOCATION_DATABASE_URL');
    expect(givenOneByOne('feed')).toEqual(['AANZET_WEBHOOK_KEY']);
    expect(givenOneByOne('watch')).toEqual([]);
  });

  it('holds no secret, only the names of some', () => {
    expect(texts.filter((text) => /^kind: Secret$/m.test(text))).toEqual([]);
    const secret =
      /^(DATABASE_URL|KURRENTDB_URL|KAFKA_USERNAME|KAFKA_PASSWORD|ALLOCATION_DATABASE_URL|AANZET_WEBHOOK_KEY)$/;
    expect([...configMaps().values()].flat().filter((name) => secret.test(name))).toEqual([]);
  });

  it('runs nothing as root or with rights that it does not need, and asks live and ready', () => {
    const all = texts.join('\n');
    for (const line of [
      'runAsNonRoot: true',
      'readOnlyRootFilesystem: true',
      'allowPrivilegeEscalation: false',
      'drop: [ALL]',
    ]) {
      expect(all).toContain(line);
    }
    const containers = texts.filter((text) => /^ +containers:$/m.test(text));
    expect(containers.length).toBe(2);
    for (const text of containers)
      expect(text).toMatch(/aanzet\.podSecurity[^]*aanzet\.containerSecurity[^]*resources:/);
    const asked = [...all.matchAll(/httpGet: \{ path: (\S+),/g)].map(([, path]) => path);
    expect(asked).toEqual(['/health/live', '/health/live', '/health/ready']);
  });

  it('has a budget for every Deployment, and closes the network', () => {
    const kinds = texts.flatMap((text) => [...text.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => String(kind)));
    for (const kind of [
      'Deployment',
      'PodDisruptionBudget',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'ServiceAccount',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(texts.join('\n')).toContain('policyTypes: [Ingress, Egress]');
  });
});
