import { play } from '#player/play';
import { loadRules } from '#platform/rule-file';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { source } from '#tests/architecture/sources';

const { text } = source('docs/how-to/play-a-script.md');
const example = /```yaml\n(casus: [\s\S]*?)```/.exec(text)?.[1] ?? '';

const played = (script: string) =>
  play(
    {
      store: memoryStore(sha256),
      scratch: memoryStore(sha256),
      rules: loadRules(),
      newId: () => '00000000-0000-4000-8000-000000000000',
      sha256,
    },
    [{ file: 'noor.yaml', text: script }],
    () => undefined,
  );

describe('the script of the how-to', () => {
  it('plays, every line', async () => {
    const lines = example.match(/^ {2}- \{at: /gm)?.length ?? 0;
    expect(lines).toBeGreaterThan(0);
    expect(await played(example)).toMatchObject({ result: 'played', scripts: [{ newLines: lines }] });
  });

  it('plays with the absence that is shown below it', async () => {
    const absence = /^- \{at: .*plan-absence.*$/m.exec(text)?.[0] ?? 'not there';
    expect(await played(`${example}  ${absence}\n`)).toMatchObject({ result: 'played' });
  });
});
