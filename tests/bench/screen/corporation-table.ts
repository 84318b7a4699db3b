import { say, table } from '#tests/bench/report';
import { spreadOf } from '#tests/bench/samples';
import { betweenCasusAndCorporation, type Between } from '#tests/bench/screen/corporation';
import { startBroker } from '#tests/engines/kafka/broker';
import { whyNoKafka } from '#tests/engines/kafka/jars';

const APPS = ['projector', 'insight', 'casus', 'allocation'];

async function overKafka(times: number): Promise<Between | undefined> {
  const why = whyNoKafka();
  if (why !== undefined) {
    say(`\nNot measured: over Kafka, for ${why}.`);
    return undefined;
  }
  const broker = await startBroker();
  try {
    const environment = { KAFKA_BROKERS: broker.brokers, KAFKA_PARTITIONS: '3' };
    return await betweenCasusAndCorporation(times, ['relay', 'feed', ...APPS], environment);
  } finally {
    await broker.remove();
  }
}

const WHAT: Readonly<Record<keyof Between, string>> = {
  offered: 'a step is offered in the casus → it is in the work list of the corporation',
  told: 'the corporation reserves a home → the feed tells the director that the step has started',
  shown: 'the corporation reserves a home → the timeline that the director then fetches says so',
  e9Offered:
    'E9: the corporation offers a home → the board that the director then fetches has the resident on the move',
  e9Reserved: 'E9: it reserves and offers a home → the same',
  k15Offered:
    'K15: the corporation offers a home → the board that the director then fetches has the resident on the move',
  k15Reserved: 'K15: it reserves and offers a home → the same',
};
const ROWS = ['offered', 'told', 'shown', 'e9Offered', 'e9Reserved', 'k15Offered', 'k15Reserved'] as const;

const cells = (by: string, took: readonly number[] | undefined): Record<string, string> => {
  if (!took) return {};
  const { p50, p95 } = spreadOf(took);
  return {
    [`${by}: p50 ms`]: p50.toFixed(0),
    [`${by}: p95 ms`]: p95.toFixed(0),
    [`${by}: longest ms`]: Math.max(...took).toFixed(0),
  };
};

/** Between the corporation and the director of a casus, every service a process: over the log, and over Kafka. */
export async function corporationToDirector(times: number): Promise<void> {
  const log = await betweenCasusAndCorporation(times, APPS, {});
  const kafka = await overKafka(times);
  say(`\n### Between the corporation and the director of a casus: ${times} times each, one after the other\n`);
  say(
    table(
      ROWS.map((one) => ({
        from: WHAT[one],
        ...cells('log', log[one]),
        ...cells('Kafka', kafka?.[one]),
      })),
    ),
  );
}
