import { NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { problem, ProblemError, problemOfRefusal } from '#platform/http/problem';
import { problemOfError } from '#platform/http/problem-of-error';

const coded = (code: string) => Object.assign(new Error('Mevrouw Geheim'), { code });

describe('what was thrown, as a problem', () => {
  it.each([
    [new NotFoundException(), 404, 'route-unknown', false],
    [new PayloadTooLargeException(), 413, 'body-too-large', false],
    [coded('FST_ERR_BAD_URL'), 400, 'address-malformed', false],
    [Object.assign(new Error('x'), { statusCode: 415 }), 415, 'not-json', false],
    [coded('ECONNREFUSED'), 503, 'log-unavailable', true],
    [coded('57P01'), 503, 'log-unavailable', true],
    [coded('57P05'), 503, 'log-unavailable', true],
    [coded('08006'), 503, 'log-unavailable', true],
    [new Error('Connection terminated unexpectedly'), 503, 'log-unavailable', true],
    [new Error('timeout exceeded when trying to connect'), 503, 'log-unavailable', true],
    [new Error('Query read timeout'), 503, 'log-unavailable', true],
    [new Error('the norm is no timeout of Mevrouw Geheim'), 500, 'internal-error', true],
    [coded('23505'), 500, 'internal-error', true],
    [new TypeError('Mevrouw Geheim'), 500, 'internal-error', true],
    ['thrown text', 500, 'internal-error', true],
    [new ProblemError(problem(404, 'casus-unknown', 'No.')), 404, 'casus-unknown', false],
  ])('%s', (error, status, code, ours) => {
    const told = problemOfError(error);
    expect(told).toMatchObject({ ours, problem: { status, code } });
    expect(JSON.stringify(told)).not.toContain('Geheim');
  });
});

describe('a refusal as a problem', () => {
  const refusal = (kind: Parameters<typeof problemOfRefusal>[0]['kind']) =>
    problemOfRefusal({
      kind,
      code: 'not-in-this-state',
      sentence: 'Not now.',
      details: { state: 'done', allowed: ['x'] },
    });

  it.each([
    ['unknown', 404],
    ['input', 400],
    ['forbidden', 403],
    ['conflict', 409],
    ['stale', 412],
    ['key-reused', 422],
  ] as const)('%s is %i', (kind, status) => {
    expect(refusal(kind)).toEqual({
      type: 'urn:aanzet:problem:not-in-this-state',
      title: 'Not in this state',
      status,
      detail: 'Not now. (state: done)',
      code: 'not-in-this-state',
      state: 'done',
      allowed: ['x'],
    });
  });

  it('keeps its own members whatever the details are called', () => {
    expect(problem(409, 'x', 'No.', { status: 1, title: 'y' })).toMatchObject({ status: 409, title: 'X' });
  });
});
