import type { Certificate } from '#tests/engines/kafka/certificate';

/** An account at a Kafka of the specs, by SCRAM-SHA-512. */
export interface Account {
  readonly username: string;
  readonly password: string;
}

/** Who may do everything; others may do what access rules (ACLs) give them. */
export const OPERATOR: Account = { username: 'beheer', password: 'specs-beheer' };

const scram = ({ username, password }: Account) => `SCRAM-SHA-512=[name=${username},password=${password}]`;

/** What formats the storage of a node so that it knows these accounts. */
export const scramFlags = (accounts: readonly Account[]): readonly string[] =>
  accounts.flatMap((account) => ['--add-scram', scram(account)]);

/** How a Kafka of the specs is guarded: its clients sign in, and with a certificate of the broker they do so by TLS. */
export interface Guard {
  readonly accounts: readonly Account[];
  readonly certificate?: Certificate;
}

const byTls = ({ keys, password }: Certificate): Readonly<Record<string, string>> => ({
  'listener.security.protocol.map': 'CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT',
  'ssl.keystore.type': 'PKCS12',
  'ssl.keystore.location': keys,
  'ssl.keystore.password': password,
  // The fellows of the broker are its clients as well.
  'ssl.truststore.type': 'PKCS12',
  'ssl.truststore.location': keys,
  'ssl.truststore.password': password,
});

/** The settings of a node that is guarded. Its controllers speak among themselves without an account. */
export const guardedBy = ({ certificate }: Guard): Readonly<Record<string, string>> => ({
  'listener.security.protocol.map': 'CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
  'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
  'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
  'listener.name.client.scram-sha-512.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required username="${OPERATOR.username}" password="${OPERATOR.password}";`,
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': `User:${OPERATOR.username};User:ANONYMOUS`,
  ...(certificate && byTls(certificate)),
});

/** What a client is that may do everything at a Kafka guarded so. */
export const asOperator = ({ certificate }: Guard) => ({
  sasl: { mechanism: 'scram-sha-512' as const, ...OPERATOR },
  ...(certificate && { ssl: { ca: certificate.pem } }),
});
