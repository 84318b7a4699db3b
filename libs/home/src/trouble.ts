/** Something that stands in the way and that a person can set right: one line that says what is the matter and what to do. */
export class Trouble extends Error {
  constructor(line: string, cause?: unknown) {
    super(line, { cause });
    this.name = 'Trouble';
  }
}
