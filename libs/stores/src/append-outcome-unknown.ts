/**
 * The connection to the log was lost after an append was sent and before it was answered. Whether the append stands is
 * not known: the same append again, under the same idempotency key or with the same exact expectation, finds out.
 */
export class AppendOutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection to the log was lost in mid-append; it is not known whether the append stands', { cause });
    this.name = 'AppendOutcomeUnknown';
  }
}
