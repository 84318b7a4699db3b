import { undoing } from '#platform/undoing';

describe('undoing what was started', () => {
  it('stops the latest first, each once, also when one fails, and then says so', async () => {
    const said: string[] = [];
    const started = undoing();
    const stop = (name: string) => () => {
      said.push(name);
      return Promise.resolve();
    };
    started.add(stop('database'));
    started.add(() => Promise.reject(new Error('no')));
    started.add(stop('API'));

    await expect(started.all()).rejects.toThrow('no');
    await expect(started.all()).rejects.toThrow('no');
    expect(said).toEqual(['API', 'database']);
  });

  it('does at once only what must not be left out', () => {
    const said: string[] = [];
    const started = undoing();
    started.add(() => {
      said.push('later');
      return Promise.resolve();
    });
    started.atOnce(() => said.push('now'));
    started.now();

    expect(said).toEqual(['now']);
  });
});
