/** A call that waits for its batch: its own requests, how heavy they are, and what to do with their outcomes. */
interface Call<Request, Outcome> {
  readonly requests: readonly Request[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What a group commit needs: how a batch is written, how much goes into one, and which failures left nothing behind. */
export interface Writer<Request, Outcome> {
  /** Writes a batch durably; one outcome per request, in their order. */
  write(requests: readonly Request[]): Promise<readonly Outcome[]>;
  /** Whether the failed batch is known not to have been written, and failed for what was in it. */
  leftNothing(error: unknown): boolean;
  weightOf(request: Request): number;
  readonly mostRequests: number;
  readonly mostWeight: number;
}

/**
 * Gathers concurrent calls into batches, one batch in flight. A call is never split over batches. When a batch fails
 * for what was in it, its calls are written one by one, so that only the call at fault fails.
 */
export function groupCommit<Request, Outcome>(writer: Writer<Request, Outcome>) {
  let queue: Call<Request, Outcome>[] = [];
  let busy = false;

  function nextBatch(): Call<Request, Outcome>[] {
    let requests = 0;
    let weight = 0;
    const end = queue.findIndex((call, index) => {
      requests += call.requests.length;
      weight += call.requests.reduce((sum, request) => sum + writer.weightOf(request), 0);
      return index > 0 && (requests > writer.mostRequests || weight > writer.mostWeight);
    });
    const batch = end === -1 ? queue : queue.slice(0, end);
    queue = end === -1 ? [] : queue.slice(end);
    return batch;
  }

  async function write(calls: readonly Call<Request, Outcome>[]): Promise<void> {
    try {
      const outcomes = await writer.write(calls.flatMap((call) => call.requests));
      let from = 0;
      for (const call of calls) call.resolve(outcomes.slice(from, (from += call.requests.length)));
    } catch (error) {
      if (calls.length > 1 && writer.leftNothing(error)) {
        for (const call of calls) await write([call]);
      } else {
        for (const call of calls) call.reject(error);
      }
    }
  }

  async function writeAll(): Promise<void> {
    while (queue.length > 0) {
      // Those whose append was just answered may append again at once; a turn of the event loop lets them join.
      await new Promise(setImmediate);
      await write(nextBatch());
    }
    busy = false;
  }

  return (requests: readonly Request[]): Promise<readonly Outcome[]> =>
    new Promise((resolve, reject) => {
      queue.push({ requests, resolve, reject });
      if (busy) return;
      busy = true;
      void writeAll();
    });
}
