import type { Json } from '#event-sourcing/event';

/** Why something was not done, as RFC 9457 problem details; `code` and what belongs to it stand beside the standard members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly [extension: string]: Json;
}

/** A refusal as the inside gives it: a kind that decides the status, a code, a sentence, details without personal data. */
export interface Refusal {
  readonly kind: 'unknown' | 'input' | 'forbidden' | 'conflict' | 'stale' | 'key-reused';
  readonly code: string;
  readonly sentence: string;
  readonly details: Readonly<Record<string, Json>>;
}

const STATUS = { unknown: 404, input: 400, forbidden: 403, conflict: 409, stale: 412, 'key-reused': 422 } as const;

/** What a problem of this code is called: the code in words. */
const titleOf = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

const spoken = (details: Readonly<Record<string, Json>>): string =>
  Object.entries(details)
    .flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [`${key}: ${value}`] : []))
    .join(', ');

/** Makes a problem. `detail` is the sentence and, between brackets, the details that are a word or a figure. */
export function problem(
  status: number,
  code: string,
  sentence: string,
  details: Readonly<Record<string, Json>> = {},
): Problem {
  const told = spoken(details);
  const detail = told === '' ? sentence : `${sentence} (${told})`;
  const members = { type: `urn:aanzet:problem:${code}`, title: titleOf(code), status, detail, code };
  return { ...members, ...details, ...members };
}

/** The problem that a refusal is outside. */
export const problemOfRefusal = ({ kind, code, sentence, details }: Refusal): Problem =>
  problem(STATUS[kind], code, sentence, details);

/** Ends a request with a problem, from where no answer can be returned. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}
