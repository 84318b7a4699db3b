import { homeRejected, type HomeRejection } from '#homes/home-rejection';
import type { CodeBefore } from '#commands/table/home-table';

const refuse = (rejection: HomeRejection<CodeBefore<'record-no-fit'>>): string => rejection.code;

describe('what a command is refused with before its decision', () => {
  it('compiles only with a code that is listed for it', () => {
    expect(refuse(homeRejected('candidate-not-ready').rejection)).toBe('candidate-not-ready');
    // @ts-expect-error a code of another command
    expect(refuse(homeRejected('offered-step-unknown').rejection)).toBe('offered-step-unknown');
  });
});
