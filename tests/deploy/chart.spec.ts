import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { isPublicAddress } from '#apps/feed/src/webhooks/public-address';
import { SERVICES } from '#apps/standalone/src/services';
import { source } from '#tests/architecture/sources';
import {
  askedOfServices,
  chartSchema,
  chartValues,
  configMaps,
  givenOneByOne,
  partsTaken,
  settableFor,
  templates,
  valueAt,
  valuesAskedFor,
} from '#tests/deploy/chart';
import { declaredBy } from '#tests/deploy/declared';

/** What the chart leaves as it is, and why. */
const NOT_SET: Readonly<Record<string, string>> = {
  AANZET_HOME: 'the image names it; with a database of its own nothing is kept there',
  AANZET_NOW: 'services in production go by the clock of the machine',
  AANZET_NOW_SINCE: 'the same',
  AANZET_WEBHOOK_LOOPBACK: 'for development only: webhooks would lead into the pod',
};

const TWICE = { configMap: 'own', secret: 'own', key: 'rents.yaml' };

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
    expect([...configMaps().keys()]).toEqual(['settings', 'kafka', 'sender']);
    for (const { name, needs } of SERVICES) {
      const { kafka, sender } = values.services[name] ?? { kafka: false, sender: false };
      const given = settableFor(name);
      const declared = declaredBy(name) ?? {};
      expect([name, given.filter((variable) => !(variable in declared))]).toEqual([name, []]);
      expect([name, needs.filter((variable) => !given.includes(variable))]).toEqual([name, []]);
      expect([name, 'KAFKA_BROKERS' in declared, 'AANZET_SOURCE_OIN' in declared]).toEqual([name, kafka, sender]);
    }
  });

  it('can set every variable that a service reads, but for those that have no place in a cluster', () => {
    const unset = SERVICES.flatMap(({ name }) => {
      const settable = settableFor(name);
      return Object.keys(declaredBy(name) ?? {}).filter((variable) => !settable.includes(variable));
    });
    expect(new Set(unset)).toEqual(new Set(Object.keys(NOT_SET)));
  });

  it('takes every part of an environment that is written down, and no other', () => {
    const written = [...givenOneByOne().keys()];
    expect(written.length).toBeGreaterThan(4);
    expect(written.filter((part) => !partsTaken().has(part))).toEqual([]);
    const services = SERVICES.map(({ name }) => name);
    const known = [...services, 'stores', 'certificates', 'rules', 'kafka'];
    expect(written.filter((part) => !known.includes(part))).toEqual([]);
  });

  it('mounts each file of yours where its variable says that it is', () => {
    const files = Object.keys(values['files'] as object);
    const named = texts.flatMap((text) => [...text.matchAll(/value: \/etc\/aanzet\/(\w+)\/file\b/g)]);
    expect(named.map(([, file]) => file).sort()).toEqual(files.sort());
    expect(fits({ ...values, files: { ...(values['files'] as object), rents: TWICE } })).toBe(false);
    expect(fits({ ...values, files: { ...(values['files'] as object), rents: { ...TWICE, secret: '' } } })).toBe(true);
  });

  it('gives the allocation service an account of its own at Kafka, and that of the relay only where none is named', () => {
    const { text } = source('deploy/helm/aanzet/templates/_environment.tpl');
    expect(text).toMatch(
      /eq \.name "allocation" -\}\}\n\{\{- \$account = \$values\.secrets\.allocationKafka \| default \$account -\}\}/,
    );
  });

  it('keeps the database of the casus from an allocation service that has Kafka and its own', () => {
    const [deployments = '', environment = ''] = ['deployments.yaml', '_environment.tpl'].map(
      (name) => source(`deploy/helm/aanzet/templates/${name}`).text,
    );
    expect(deployments).not.toContain('aanzet.stores');
    expect(environment).toMatch(
      /if not \(and \(eq \.name "allocation"\) \.service\.kafka \$values\.kafka\.brokers \$values\.secrets\.allocation\) -\}\}\n.*aanzet\.stores/,
    );
  });

  it('can point what is told of homes to where the allocation service is reached', () => {
    expect(givenOneByOne().get('allocation')).toContain('AANZET_PUBLIC_URL');
    const allocation = { ...(values['allocation'] as object), publicUrl: 'https://woningen.example.nl/' };
    expect(fits({ ...values, allocation })).toBe(false);
    expect(fits({ ...values, allocation: { ...allocation, publicUrl: 'https://woningen.example.nl' } })).toBe(true);
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

  it('lets webhooks go where the feed would send them, by both families of addresses', () => {
    const { text } = source('deploy/helm/aanzet/templates/network-policies.yaml');
    const blocks = [...text.matchAll(/cidr: (\S+)\n +except: \[(.*)\]/g)];
    expect(blocks.map(([, cidr]) => cidr)).toEqual(['0.0.0.0/0', '2000::/3']);
    const closed = blocks.flatMap(([, , list = '']) => list.replaceAll("'", '').split(', '));
    expect(closed.length).toBeGreaterThan(8);
    // The second address of each: the first of some is that of the range itself.
    const second = (range: string) =>
      range
        .replace(/\/\d+$/, '')
        .replace(/::$/, '::1')
        .replace(/\.0$/, '.1');
    expect(closed.filter((range) => isPublicAddress(second(range)))).toEqual([]);
  });
});
