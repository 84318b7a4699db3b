import { jarFolder } from '#tests/engines/kafka/jars';
import { Kafka, logLevel } from 'kafkajs';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Kafka of one node (KRaft) on this machine, with its data in a folder of its own. */
export interface KafkaBroker {
  /** `127.0.0.1:port`; the same after a stop and a start. */
  readonly brokers: string;
  start(): Promise<void>;
  /** Stops it in order; its data stays. */
  stop(): Promise<void>;
  /** Stops it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

const HOST = '127.0.0.1';
const MEMORY = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const SAYS_ERRORS = '-Dorg.slf4j.simpleLogger.defaultLogLevel=error';
const ATTEMPTS = 12;

/** Whether nobody listens on a port of this machine. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, HOST, () =>
      probe.close(() => {
        resolve(true);
      }),
    );
  });

/** A free port below those that systems lend to clients: while the broker is down, none may get its port. */
async function ownPort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
}

const properties = (folder: string, port: number, controller: number): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `${HOST}:${controller}`,
    listeners: `PLAINTEXT://${HOST}:${port},CONTROLLER://${HOST}:${controller}`,
    'advertised.listeners': `PLAINTEXT://${HOST}:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(folder, 'log'),
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.num.partitions': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
    'log.cleaner.enable': false,
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

const java = (...rest: readonly string[]): readonly string[] => [
  ...MEMORY,
  SAYS_ERRORS,
  '-cp',
  `${jarFolder()}/*`,
  ...rest,
];

/** Formats its storage and starts it. Throws with what Kafka said when it does not come to serve. */
export async function startBroker(): Promise<KafkaBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'aanzet-kafka-'));
  const [port, controller] = [await ownPort(), await ownPort()];
  const settings = join(folder, 'server.properties');
  const brokers = `${HOST}:${port}`;
  await writeFile(settings, properties(folder, port, controller));
  const format = ['kafka.tools.StorageTool', 'format', '--standalone', '-t', 'YWFuemV0LXNwZWNzLTAwMQ', '-c', settings];
  const formatted = spawnSync('java', java(...format), { encoding: 'utf8' });
  if (formatted.status !== 0) throw new Error(`Kafka could not format its storage: ${formatted.stderr}`);

  let running: ChildProcess | undefined;
  let said = '';

  /** Asks for metadata and for a topic until both are given. */
  async function serves(child: ChildProcess): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const admin = new Kafka({
        brokers: [brokers],
        logLevel: logLevel.NOTHING,
        retry: { initialRetryTime: 200, maxRetryTime: 1000, retries: 8 },
      }).admin();
      try {
        await admin.connect();
        await admin.createTopics({ topics: [{ topic: 'readiness' }], waitForLeaders: true });
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

  async function start(): Promise<void> {
    const child = spawn('java', java('kafka.Kafka', settings), { stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    await serves(child);
  }

  const broker: KafkaBroker = {
    brokers,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await start();
  } catch (error) {
    await broker.remove();
    throw error;
  }
  return broker;
}
