/** The projections, each with the version of the tables that this program reads. */
export const VIEW_VERSIONS = {
  'next-steps': 1,
  timeline: 1,
  handoffs: 1,
  'casus-summary': 1,
  stalls: 1,
  dealings: 1,
  partners: 1,
  inbox: 1,
} as const;

export type ViewName = keyof typeof VIEW_VERSIONS;

export const VIEW_NAMES = Object.keys(VIEW_VERSIONS) as readonly ViewName[];

/** Under which name a projection keeps its checkpoint. */
export const checkpointName = (name: string, version: number): string => `${name}.v${version}`;
