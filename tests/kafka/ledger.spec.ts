import { MARK } from '#tests/kafka/torture/casus-life';
import { compared, openLedger } from '#tests/kafka/torture/ledger';

const message = (id: string, more: object = {}) => ({
  ...{ topic: 'all', key: 'eva', headers: {} },
  value: JSON.stringify({ id, ...more }),
});

describe('who judges the torture', () => {
  it('tells what came again, and what tells of persons', () => {
    const ledger = openLedger();
    for (const one of [message('1'), message('2'), message('1'), message('3', { note: MARK })]) ledger.take(one);
    expect(ledger).toMatchObject({ delivered: 4, again: 1, marked: 1 });
    expect(ledger.firsts).toEqual(new Map([['all eva', ['1', '2', '3']]]));
  });

  it.each([
    ['what was lost', ['1', '3'], { lost: 1, strange: 0, outOfOrder: 0 }],
    ['another order', ['1', '3', '2'], { lost: 0, strange: 0, outOfOrder: 1 }],
    ['what nobody sent', ['1', '2', '3', '4'], { lost: 0, strange: 1, outOfOrder: 0 }],
    ['what is twice in a table', ['1', '2', '2', '3'], { lost: 0, strange: 0, outOfOrder: 1 }],
    ['nothing, when all is well', ['1', '2', '3'], { lost: 0, strange: 0, outOfOrder: 0 }],
  ])('finds %s', (_, had, found) => {
    expect(compared(new Map([['all eva', ['1', '2', '3']]]), new Map([['all eva', had]]))).toEqual(found);
  });
});
