import { asOperator, guardedBy, OPERATOR, scramFlags, type Guard } from '#tests/engines/kafka/accounts';
import { jarFolder } from '#tests/engines/kafka/jars';
import { HOST } from '#tests/engines/kafka/ports';
import { Kafka, logLevel } from 'kafkajs';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one node listens, for clients and for its fellows. */
export interface NodePorts {
  readonly port: number;
  readonly controller: number;
}

/** A node of a Kafka, as a process with its data in a folder of its own. */
export interface KafkaNode {
  /** Settles when it serves. Throws with what Kafka said when it does not come to that. */
  start(): Promise<void>;
  /** Stops it in order; its data stays. */
  stop(): Promise<void>;
  /** Stops it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

const MEMORY = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const SAYS_ERRORS = '-Dorg.slf4j.simpleLogger.defaultLogLevel=error';
const CLUSTER_ID = 'YWFuemV0LXNwZWNzLTAwMQ';
const ATTEMPTS = 12;

function properties(folder: string, all: readonly NodePorts[], index: number, more: object): string {
  const { port, controller } = all[index] ?? { port: 0, controller: 0 };
  const replicas = all.length;
  const inStep = Math.min(2, replicas);
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': index + 1,
    'controller.quorum.voters': all.map((one, n) => `${n + 1}@${HOST}:${one.controller}`).join(','),
    listeners: `CLIENT://${HOST}:${port},CONTROLLER://${HOST}:${controller}`,
    'advertised.listeners': `CLIENT://${HOST}:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENT',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(folder, 'log'),
    'min.insync.replicas': inStep,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.num.partitions': 1,
    'transaction.state.log.min.isr': inStep,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inStep,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
    'log.cleaner.enable': false,
    ...more,
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

const java = (...rest: readonly string[]): readonly string[] => [
  ...MEMORY,
  SAYS_ERRORS,
  '-cp',
  `${jarFolder()}/*`,
  ...rest,
];

/** Makes the storage of one node of a Kafka, which begins to run at its start. A guarded one lets in whom it knows. */
export async function kafkaNode(all: readonly NodePorts[], index: number, guard?: Guard): Promise<KafkaNode> {
  const folder = await mkdtemp(join(tmpdir(), 'aanzet-kafka-'));
  const settings = join(folder, 'server.properties');
  const topic = `readiness-${index + 1}`;
  const broker = `${HOST}:${all[index]?.port ?? 0}`;
  await writeFile(settings, properties(folder, all, index, guard ? guardedBy(guard) : {}));
  const format = [
    'kafka.tools.StorageTool',
    'format',
    '-t',
    CLUSTER_ID,
    '-c',
    settings,
    ...scramFlags(guard ? [OPERATOR, ...guard.accounts] : []),
  ];
  const formatted = spawnSync('java', java(...format), { encoding: 'utf8' });
  if (formatted.status !== 0) throw new Error(`Kafka could not format its storage: ${formatted.stderr}`);

  let running: ChildProcess | undefined;
  let said = '';

  /** Asks for metadata and for a topic until both are given. */
  async function serves(child: ChildProcess): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const admin = new Kafka({
        brokers: [broker],
        logLevel: logLevel.NOTHING,
        ...(guard && asOperator(guard)),
        retry: { initialRetryTime: 200, maxRetryTime: 1000, retries: 8 },
      }).admin();
      try {
        await admin.connect();
        await admin.createTopics({ topics: [{ topic }], waitForLeaders: true });
        // Held by one node, it would have no leader while that is away, and the client asks for the leaders of all.
        await admin.deleteTopics({ topics: [topic] });
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || child.exitCode !== null) {
          throw new Error(`Kafka does not serve (exit code ${String(child.exitCode)}): ${said.slice(-2000)}`, {
            cause: error,
          });
        }
      } finally {
        await admin.disconnect().catch(() => undefined);
      }
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = running;
    running = undefined;
    if (child?.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  return {
    async start() {
      const child = spawn('java', java('kafka.Kafka', settings), { stdio: ['ignore', 'pipe', 'pipe'] });
      running = child;
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
      await serves(child);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
