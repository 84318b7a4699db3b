import type { FastifyRequest } from 'fastify';
import { problem, ProblemError } from '#platform/http/problem';

/** Who asks: a partner, perhaps one person of it. */
export interface Acting {
  readonly partner: string;
  readonly person?: string;
}

/** The port through which a request tells who asks. Throws a ProblemError when it does not. */
export interface Identity {
  actorOf(request: FastifyRequest): Acting;
}

const PARTNER = /^[a-z0-9-]{1,60}$/;
const LONGEST_NAME = 100;

const unfit = (field: string, wrong: string, right: string) =>
  new ProblemError(
    problem(400, 'actor-missing', 'A command tells in its headers who gives it.', {
      errors: [{ field, wrong, right }],
    }),
  );

/** Believes the headers `Aanzet-Partner` and `Aanzet-Person`: for one machine, until a real identity takes its place. */
export const headerIdentity: Identity = {
  actorOf({ headers }) {
    const partner = headers['aanzet-partner'];
    const person = headers['aanzet-person'];
    if (partner === undefined) throw unfit('Aanzet-Partner', 'is missing', 'the id of a partner');
    if (typeof partner !== 'string' || !PARTNER.test(partner)) {
      throw unfit('Aanzet-Partner', 'is no id of a partner', 'lower-case letters, digits and hyphens');
    }
    if (person === undefined || person === '') return { partner };
    if (typeof person !== 'string' || person.length > LONGEST_NAME) {
      throw unfit('Aanzet-Person', 'is no single name', `at most ${LONGEST_NAME} characters`);
    }
    return { partner, person };
  },
};
