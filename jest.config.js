import { whyNoKafka } from '#tests/engines/kafka/jars';

const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      swcrc: false,
      module: { type: 'es6' },
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        target: 'es2024',
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        keepClassNames: true,
      },
    },
  ],
};

const suite = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/tests/bench/peers'],
  transform,
  ...more,
});

/** What only runs against a server that the machine at hand may not have; the closing summary names what did not run. */
const without = process.env.KURRENTDB_URL ? [] : ['<rootDir>/tests/contract/kurrent-store.spec.ts'];

/** Three nodes take longer to start than everything else takes together. */
const withoutThree = process.env.KAFKA_THREE_NODES ? [] : ['<rootDir>/tests/kafka/three-nodes/'];

/** Its own project, so that whoever runs other specs starts no Kafka. */
const withKafka =
  whyNoKafka() === undefined
    ? [
        suite('kafka', ['<rootDir>/tests/kafka/**/*.spec.ts'], {
          globalSetup: '<rootDir>/tests/engines/kafka/start-kafka.ts',
          globalTeardown: '<rootDir>/tests/engines/kafka/stop-kafka.ts',
          testPathIgnorePatterns: ['/node_modules/', ...withoutThree],
        }),
      ]
    : [];

/** Unit specs stand beside the code and need nothing; what needs a server stands under tests/ and shares one PostgreSQL. */
export default {
  // A limit for what hangs, not for what is slow: machines that test are busy.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/tests/closing-summary.js'],
  projects: [
    suite('unit', ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/tests/{architecture,deploy,docs}/**/*.spec.ts']),
    suite('properties', ['<rootDir>/tests/properties/**/*.spec.ts']),
    suite('integration', ['<rootDir>/tests/{contract,integration,journeys,torture}/**/*.spec.ts'], {
      globalSetup: '<rootDir>/tests/engines/start-postgres.ts',
      globalTeardown: '<rootDir>/tests/engines/stop-postgres.ts',
      testPathIgnorePatterns: ['/node_modules/', ...without],
    }),
    ...withKafka,
  ],
};
