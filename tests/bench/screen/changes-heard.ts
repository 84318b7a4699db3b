/** A change as the feed tells it, as far as it is looked at here. */
export interface Heard {
  readonly id: string;
  readonly casus: string;
  readonly type: string;
  readonly step: string | null;
}

/** Somebody who follows the feed of changes. */
export interface Listener {
  hangUp(): void;
}

const FRAME = /^data: (.*)$/m;

/** Follows the feed of changes as a browser does; `hear` is told each change when it has come in. Settles once it is heard. */
export async function followChanges(insight: string, by: string, hear: (change: Heard) => void): Promise<Listener> {
  const hungUp = new AbortController();
  const answer = await fetch(`${insight}/v1/changes`, { headers: { 'aanzet-partner': by }, signal: hungUp.signal });
  if (!answer.ok || !answer.body) throw new Error(`the feed answers with ${answer.status}`);
  const frames = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const first = await frames.read();
  const read = async () => {
    for (let rest = first.value ?? ''; ;) {
      const whole = rest.split('\n\n');
      rest = whole.pop() ?? '';
      for (const frame of whole) {
        const data = FRAME.exec(frame)?.[1];
        if (data !== undefined) hear(JSON.parse(data) as Heard);
      }
      const { done, value } = await frames.read();
      if (done) return;
      rest += value;
    }
  };
  // It ends by hanging up, which rejects.
  void read().catch(() => undefined);
  return {
    hangUp() {
      hungUp.abort();
    },
  };
}
