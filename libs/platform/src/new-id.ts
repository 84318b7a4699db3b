import { randomUUID } from 'node:crypto';

/** A random UUID: the one place that draws ids. */
export const newId = (): string => randomUUID();
