import type { PublicDataOf, PublicName } from '#messaging/contract/public-events';

/** What a public event is about, by which its audience is found. */
export type Concerns =
  | { readonly what: 'casus' }
  | { readonly what: 'housing-need' }
  | { readonly what: 'step'; readonly step: string; readonly parties: readonly string[] }
  | { readonly what: 'promise'; readonly parties: readonly string[] }
  | { readonly what: 'stall'; readonly steps: readonly string[]; readonly parties: readonly string[] };

/** A public event without its envelope. `which` tells events of one name apart that one private event leads to. */
export type Said<N extends PublicName = PublicName> = {
  [K in N]: {
    readonly name: K;
    readonly data: PublicDataOf<K>;
    readonly concerns: Concerns;
    readonly path: string;
    readonly which: string;
  };
}[N];

/** Says one thing. `path`: below the casus in the API. */
export const say = <N extends PublicName>(
  name: N,
  data: PublicDataOf<N>,
  concerns: Concerns,
  { path = '', which = '' }: { path?: string; which?: string } = {},
): Said =>
  // The name and its data are paired by the parameters; the compiler cannot follow the union.
  ({ name, data, concerns, path, which }) as Said;
