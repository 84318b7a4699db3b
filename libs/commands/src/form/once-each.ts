/** The same function, its answer found once for each key: for what follows from a declaration, which never changes. */
export function onceEach<Key extends WeakKey, Value extends object>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new WeakMap<Key, Value>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const answer = find(key);
    found.set(key, answer);
    return answer;
  };
}
