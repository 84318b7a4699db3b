import type { publicType } from '#messaging/contract/form';

/** Homes: `home.reserved` and so on, in the same form as the others; their subject is the id of the home. */
export const homeEvents = {} satisfies Record<`home.${string}`, ReturnType<typeof publicType>>;
