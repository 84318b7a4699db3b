import type { AppendOutcome, AppendRequest } from '#event-sourcing/event-store';
import type { ExpectedRevision } from '#event-sourcing/expected-revision';
import { hashedContent } from '#event-sourcing/hash-chain';
import { positionOf } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';
import { line } from '#stores/postgres/line';

/** A request with its events as the text that is stored and hashed, made before it waits for its turn. */
export interface PreparedRequest extends AppendRequest {
  readonly contents: readonly string[];
}

/** Writes out the events of a request. Throws on what JSON cannot hold. */
export const prepared = (request: AppendRequest): PreparedRequest => ({
  ...request,
  contents: request.events.map(hashedContent),
});

const NEVER_MET = -4;
const MAX_INT = 2 ** 31 - 1;

function expectedCode(expected: ExpectedRevision): number {
  if (expected === 'any') return -3;
  if (expected === 'stream-exists') return -2;
  if (expected === 'no-stream') return -1;
  return Number.isInteger(expected) && expected >= 0 && expected <= MAX_INT ? expected : NEVER_MET;
}

/** Numbers texts from 1 in the order in which they first come. */
function numbering() {
  const numbers = new Map<string, number>();
  return {
    of(text: string): number {
      const number = numbers.get(text) ?? numbers.size + 1;
      numbers.set(text, number);
      return number;
    },
    lines: () => (numbers.size === 0 ? null : [...numbers.keys()].join('\n')),
  };
}

const intArray = (numbers: readonly number[]) => `{${numbers.join(',')}}`;

/** The arguments of log.append for a batch. */
export function batchArguments(requests: readonly PreparedRequest[]): (string | null)[] {
  const streams = numbering();
  const keys = numbering();
  return [
    intArray(requests.map(({ stream }) => streams.of(stream))),
    intArray(requests.map(({ expected }) => expectedCode(expected))),
    intArray(requests.map(({ contents }) => contents.length)),
    intArray(requests.map(({ idempotency }) => (idempotency ? keys.of(line(idempotency.key)) : 0))),
    requests.map(({ idempotency }) => line(idempotency?.fingerprint ?? '')).join('\n'),
    requests.flatMap(({ events }) => events.map(({ type }) => line(type))).join('\n'),
    requests.flatMap(({ contents }) => contents).join('\n'),
    streams.lines(),
    keys.lines(),
  ];
}

type Told =
  | readonly ['appended' | 'repeated', StreamName, number, number, number]
  | readonly ['key-reused']
  | readonly ['wrong-revision', number];

/** Reads the answer of log.append. */
export const batchOutcomes = (answer: string): AppendOutcome[] =>
  (JSON.parse(answer) as Told[]).map((told): AppendOutcome => {
    switch (told[0]) {
      case 'key-reused':
        return { outcome: 'key-reused' };
      case 'wrong-revision':
        return { outcome: 'wrong-revision', current: told[1] < 0 ? 'no-stream' : told[1] };
      case 'appended':
      case 'repeated': {
        const [outcome, stream, firstRevision, revision, position] = told;
        return { outcome, stream, firstRevision, revision, position: positionOf(position) };
      }
    }
  });
