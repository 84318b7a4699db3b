import { bringJars, whyNoKafka } from '#tests/engines/kafka/jars';

// Exit code 1 where there can be no Kafka; whoever expects one says so by EXPECT_ENGINES=kafka.
bringJars();
const why = whyNoKafka();
process.stdout.write(why === undefined ? 'Kafka: ready\n' : `Kafka: none, ${why}\n`);
process.exitCode = why === undefined ? 0 : 1;
