import type { CommandName } from '#casus/commands';
import type { Chance } from '#tests/properties/chance';

/** What stands in every free text and every name. */
export const MARK = 'MERKTEKEN';

/** A command of somebody, for a casus. */
export interface Order {
  readonly do: CommandName;
  readonly by: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly address?: Readonly<Record<string, string>>;
}

/** The partners of the torture: the first is director of every casus. */
export const PARTNERS = [
  ['sociaal-team', 'social-team'],
  ['corporatie', 'housing-corporation'],
  ['welzijn', 'welfare'],
] as const;

const DIRECTOR = 'sociaal-team';
const RECEIVERS = ['corporatie', 'welzijn'] as const;
const RESIDENT = { ref: 'eva', role: 'resident', givenName: MARK, familyName: MARK, birthYear: 2006 };

function* opening(): Generator<Order> {
  const fields = { title: MARK, goal: MARK, situation: MARK, residents: [RESIDENT] };
  yield { do: 'open-casus', by: DIRECTOR, fields };
  for (const partner of RECEIVERS) {
    const basis = { partner, basis: 'consent', givenBy: 'eva', persons: ['eva'], purpose: 'casus' };
    yield { do: 'record-basis', by: DIRECTOR, fields: { ...basis, categories: ['housing'] } };
  }
}

function* work(chance: Chance, n: number): Generator<Order> {
  const [step, handoff, promise] = [`S${n}`, `O${n}`, `P${n}`];
  const to = chance.pick(RECEIVERS);
  let owner: string = DIRECTOR;
  yield { do: 'plan-step', by: owner, fields: { step, title: MARK, category: 'housing', owner } };
  yield { do: 'offer-handoff', by: owner, address: { step }, fields: { handoff, to, kind: 'warm' } };
  if (chance.happens(0.4)) yield { do: 'see-handoff', by: to, address: { handoff } };
  const answer = chance.pick(['accept', 'accept', 'decline', 'withdraw'] as const);
  if (answer === 'accept') {
    yield { do: 'accept-handoff', by: to, address: { handoff } };
    owner = to;
  } else if (answer === 'decline') {
    yield { do: 'decline-handoff', by: to, address: { handoff }, fields: { reason: 'other', note: MARK } };
  } else {
    yield { do: 'withdraw-handoff', by: owner, address: { handoff } };
  }
  if (chance.happens(0.5)) yield { do: 'start-step', by: owner, address: { step } };
  if (chance.happens(0.5)) yield { do: 'note-progress', by: owner, address: { step }, fields: { text: MARK } };
  if (owner === to && chance.happens(0.5)) {
    const fields = { promise, promisedBy: to, to: DIRECTOR, what: MARK, due: '2027-03-01' };
    yield { do: 'make-promise', by: to, fields };
    yield { do: 'keep-promise', by: to, address: { promise } };
  }
  yield { do: 'add-note', by: owner, fields: { text: MARK, audience: 'all' } };
  yield { do: 'complete-step', by: owner, address: { step } };
}

/** The commands of one casus, each of which can be carried out after those before it; some dozens. */
export function* casusLife(chance: Chance): Generator<Order> {
  yield* opening();
  const steps = chance.between(2, 6);
  for (let n = 1; n <= steps; n++) yield* work(chance, n);
}
