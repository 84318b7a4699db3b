/**
 * Remembers the answers of a pure function, at most `limit` of them: when full it forgets all and starts anew, which
 * costs less than keeping track of what was used last.
 */
export function boundedMemo<Key, Answer extends object | string>(
  limit: number,
  answer: (key: Key) => Answer,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const fresh = answer(key);
    if (known.size >= limit) known.clear();
    known.set(key, fresh);
    return fresh;
  };
}
