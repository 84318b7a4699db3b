import { UNKNOWN } from '#tests/docs/foreseen';
import { textsReached } from '#tests/docs/reached';

const SOURCE = `
const absent = (home: 'of-a-type') => refuse('absent', { home });
const trade = (deps) => ({ missing: () => refuse('handed-on'), read(one) { return refuse('handed-on too'); } });
async function before(deps, name, { step = '' }) {
  if (name === 'take-on') {
    if (deps.offered) return;
    return refuse('not offered');
  }
  if (!(await deps.isCandidate(step))) return refuse('no candidate');
  const homes = name === 'no-fit' ? await deps.fitting(step) : [];
  name !== 'take-on' && refuse('never when taken on');
  return homes.length > 0 ? refuse('fitting') : undefined;
}
export async function handle(deps, order) {
  const { address = {}, fields } = order;
  const home = address['home'];
  const named = home ?? fields['home'];
  if (named !== 'x') {
    if (home !== undefined) return absent(home);
    if (fields) refuse('not in the address');
  }
  const candidate = order.do === 'reserve' ? candidateIn(fields) : undefined;
  let open = 'take-on';
  open = deps.open;
  if (open !== 'take-on') refuse('may have changed');
  const rejection = deps.here ? await before(deps, order.do, address) : undefined;
  if (!candidate || deps.elsewhere) return carryOut(trade(deps));
  return deps.reserving(candidate, (order) => refuse(order.do === 'reserve' ? 'kept' : 'not kept'));
}
function unused() { return 'unused'; }
`;

const reached = (name: string, address: Readonly<Record<string, unknown>> = {}) =>
  [...textsReached(SOURCE, 'handle', { do: name, address })].filter((text) => !COMPARED.has(text)).sort();

const COMPARED = new Set(['', 'home', 'fields', 'x', 'no-fit', 'reserve', 'take-on']);
const ALWAYS = ['may have changed', 'not in the address'];

describe('what a function can say', () => {
  it('is what stands where it comes with the command at hand, in what it calls too', () => {
    expect(reached('take-on')).toEqual([...ALWAYS, 'not offered'].sort());
    expect(reached('no-fit')).toEqual([...ALWAYS, 'fitting', 'never when taken on', 'no candidate'].sort());
    expect(reached('reserve')).toEqual([...ALWAYS, 'kept', 'never when taken on', 'no candidate'].sort());
  });

  it('depends on what stands in the address', () => {
    expect(reached('take-on', { home: UNKNOWN })).toContain('absent');
    expect(reached('take-on')).not.toContain('absent');
  });

  it('is nothing for a function that is not there', () => {
    expect(() => textsReached(SOURCE, 'fly', {})).toThrow('fly');
  });
});
