import { LONGEST_WAIT_S } from '#messaging/feed-http/feed-parameters';
import { source } from '#tests/architecture/sources';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
/** What nginx waits for when nothing is said. */
const USUAL = '60s';

function secondsOf(text: string): number {
  const [, count, unit = ''] = /^(\d+)([smh])$/.exec(text) ?? [];
  return Number(count) * (SECONDS[unit] ?? NaN);
}

/** For how long each server of a configuration of nginx waits for what it passes on below /v1/, by its port. */
const patienceOf = (text: string) =>
  text.split(/^server \{$/m).flatMap((server): readonly (readonly [string | undefined, number])[] => {
    const [, block] = /location \/v1\/ \{([^}]*)\}/.exec(server) ?? [];
    if (block === undefined) return [];
    const [, port] = /listen (\d+)/.exec(server) ?? [];
    return [[port, secondsOf(/proxy_read_timeout (\w+);/.exec(block)?.[1] ?? USUAL)]];
  });

/** The rules of routes that lead to a feed, each with the limit of its requests. */
const limitsOf = (text: string) =>
  text
    .split(/^ {4}- matches:$/m)
    .filter((rule) => /value: \/v1\/(home-)?feed /.test(rule))
    .map((rule) => /timeouts: \{ request: (\w+) \}/.exec(rule)?.[1]);

describe('the doors', () => {
  it('of Compose wait for longer than a question to a feed may', () => {
    const doors = patienceOf(source('deploy/compose/door.conf').text);
    expect(doors.map(([port]) => port)).toEqual(['8080', '8081']);
    expect(doors.filter(([, seconds]) => !(seconds > LONGEST_WAIT_S))).toEqual([]);
  });

  it('of the cluster as well, or without an end', () => {
    const limits = limitsOf(source('deploy/helm/aanzet/templates/route.yaml').text);
    expect(limits).toHaveLength(2);
    for (const limit of limits) {
      expect([limit, limit === '0s' || secondsOf(limit ?? '') > LONGEST_WAIT_S]).toEqual([limit, true]);
    }
  });
});
