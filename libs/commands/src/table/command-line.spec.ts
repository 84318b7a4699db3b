import { EmptyBody, ReasonBody } from '#commands/body/command-body';
import { PlanStepBody } from '#commands/body/step-bodies';
import { casusLine } from '#commands/table/command-line';

describe('a line of the table', () => {
  it('compiles only with a body that has the fields of its command, and no other', () => {
    casusLine('cancel-step', 'casus/{casus}/steps/{step}/cancel', ReasonBody, 'fits');
    // @ts-expect-error the reason is missing
    casusLine('cancel-step', 'casus/{casus}/steps/{step}/cancel', EmptyBody, 'lacks a field');
    // @ts-expect-error a reason too many
    casusLine('complete-step', 'casus/{casus}/steps/{step}/complete', ReasonBody, 'has a field too many');
    // @ts-expect-error the step stands neither in the address nor in the body
    casusLine('complete-step', 'casus/{casus}/complete', EmptyBody, 'lacks what its address should hold');
    // @ts-expect-error the body of another command
    casusLine('ask', 'casus/{casus}/asks', PlanStepBody, 'is of another command');
    expect(casusLine('reopen-casus', 'casus/{casus}/reopen', ReasonBody, 'x').do).toBe('reopen-casus');
  });
});
