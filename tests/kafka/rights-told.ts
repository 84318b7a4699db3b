import { readFileSync } from 'node:fs';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes, type AclEntry } from 'kafkajs';
import type { Account } from '#tests/engines/kafka/accounts';

const PAGE = new URL('../../docs/how-to/listen-to-the-feed.md', import.meta.url);
const OPERATIONS: Readonly<Record<string, AclOperationTypes>> = {
  create: AclOperationTypes.CREATE,
  describe: AclOperationTypes.DESCRIBE,
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
};
const NAMES = /(what begins with )?`([^`]+)`/g;

/**
 * The access rules that the row of the documentation for accounts of this kind gives to an account, word by word, for this
 * partner. Throws when there is no such row.
 */
export function rightsTold(kind: string, { username }: Account, partner: string): AclEntry[] {
  const row = readFileSync(PAGE, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${kind} |`));
  if (row === undefined) throw new Error(`no row for ${kind}`);
  const [, , topics = '', group = ''] = row.split('|');
  const rights = (cell: string, resourceType: AclResourceTypes): AclEntry[] =>
    cell.split(';').flatMap((part) => {
      const operations = (part.split('`')[0] ?? '').split(/[ ,]+/).flatMap((word) => OPERATIONS[word] ?? []);
      return [...part.matchAll(NAMES)].flatMap(([, prefix, name = '']) =>
        operations.map((operation) => ({
          ...{ resourceType, operation, principal: `User:${username}`, host: '*' },
          resourceName: name.replace('<partner>', partner),
          resourcePatternType: prefix === undefined ? ResourcePatternTypes.LITERAL : ResourcePatternTypes.PREFIXED,
          permissionType: AclPermissionTypes.ALLOW,
        })),
      );
    });
  return [...rights(topics, AclResourceTypes.TOPIC), ...rights(group, AclResourceTypes.GROUP)];
}
