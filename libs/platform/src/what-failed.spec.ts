import { ProblemFilter } from '#platform/http/problem-filter';
import { openLog } from '#platform/logging';
import { whatFailed } from '#platform/what-failed';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';

/** As the driver throws it; `detail` and `where` hold values too. */
const quoting = Object.assign(
  new Error('invalid input syntax for type date: "Mevrouw Geheim\n    at Geheim, Voorbeeldstraat"'),
  {
    code: '22007',
    table: 'timeline_v1',
    column: 'day',
    constraint: 'day_is_one',
    detail: 'Key (name)=(Mevrouw Geheim) exists.',
    where: 'unnamed portal parameter $1 = Geheim',
  },
);

describe('what is told of an error', () => {
  it('of PostgreSQL is where and which, and no value', () => {
    const told = whatFailed(quoting);
    expect(told).toMatchObject({
      name: 'Error',
      code: '22007',
      table: 'timeline_v1',
      column: 'day',
      constraint: 'day_is_one',
      stack: expect.stringContaining('what-failed.spec') as string,
    });
    expect(JSON.stringify(told)).not.toContain('Geheim');
  });

  it('of anything else is what it says', () => {
    const { name, message, stack } = new TypeError('no line in the table');
    expect(whatFailed(new TypeError(message))).toMatchObject({ name, message });
    expect(stack).toBeDefined();
    expect(whatFailed(Object.assign(new Error('x'), { code: 'ERR_X' }))).toMatchObject({ message: 'x', code: 'ERR_X' });
    expect(whatFailed('thrown text')).toEqual({ name: 'string' });
  });

  it('reaches the log of a failed request without a value', () => {
    const lines: string[] = [];
    const log = openLog('error', { write: (line) => void lines.push(line) });
    const reply = { sent: true };
    new ProblemFilter(log).catch(quoting, new ExecutionContextHost([{}, reply]));
    expect(lines.join('')).toContain('22007');
    expect(lines.join('')).not.toContain('Geheim');
  });
});
