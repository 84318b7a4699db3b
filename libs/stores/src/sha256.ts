import type { Sha256 } from '#event-sourcing/hash-chain';
import { hash } from 'node:crypto';

/** The digest that the stores chain events with. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');
