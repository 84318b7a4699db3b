/** One instruction of a Containerfile: `COPY`, and the rest of it with the lines that it is continued on. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of a Containerfile, without comments. */
export const instructionsOf = (text: string): readonly Instruction[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
      return name === undefined || rest === undefined ? [] : [{ name, rest: rest.trim() }];
    });

/** What is copied from the project itself, not from another stage. */
export const copied = (instructions: readonly Instruction[]): readonly string[] =>
  instructions.flatMap(({ name, rest }) =>
    name !== 'COPY' || rest.startsWith('--from') ? [] : rest.split(/\s+/).slice(0, -1),
  );

/** The instructions of the last stage, which is what is run. */
export const lastStage = (instructions: readonly Instruction[]): readonly Instruction[] =>
  instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));

/** What an ENTRYPOINT or CMD in its JSON form says. */
export const wordsOf = (instructions: readonly Instruction[], name: string): readonly string[] =>
  instructions.filter((one) => one.name === name).flatMap(({ rest }) => JSON.parse(rest) as string[]);

/** Whether a path gets past a `.dockerignore` that leaves out all but what it names with `!`. */
export const isSent = (ignore: string, path: string): boolean =>
  ignore
    .split('\n')
    .some((line) => line.startsWith('!') && (path === line.slice(1) || path.startsWith(`${line.slice(1)}/`)));
