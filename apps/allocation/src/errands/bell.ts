/** Ends the rest of whoever has nothing to do. */
export interface Bell {
  /** Aborts at the next ring. Whoever takes it before looking what there is to do misses none. */
  next(): AbortSignal;
  ring(): void;
}

/** A bell that nobody has rung yet. */
export function bell(): Bell {
  let next = new AbortController();
  return {
    next: () => next.signal,
    ring() {
      const rung = next;
      next = new AbortController();
      rung.abort();
    },
  };
}
