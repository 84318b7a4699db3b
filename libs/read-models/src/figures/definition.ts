/** A text in the languages of the house. */
export interface InBoth {
  readonly nl: string;
  readonly en: string;
}

/** What is counted under a name. A change of what is counted gets a new version. */
export interface FigureDefinition {
  readonly name: string;
  readonly version: number;
  readonly title: InBoth;
  readonly text: InBoth;
  /** What each part of the figure says. */
  readonly terms: Readonly<Record<string, InBoth>>;
}
