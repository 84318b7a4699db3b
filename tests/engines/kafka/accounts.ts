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

/** The settings of a node whose clients sign in. Its controllers speak among themselves without an account. */
export const GUARDED: Readonly<Record<string, string>> = {
  'listener.security.protocol.map': 'CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
  'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
  'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
  'listener.name.client.scram-sha-512.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required username="${OPERATOR.username}" password="${OPERATOR.password}";`,
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': `User:${OPERATOR.username};User:ANONYMOUS`,
};
