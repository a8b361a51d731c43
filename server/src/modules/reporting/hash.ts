import { createHash } from 'node:crypto';
import { canonical } from '../../platform/canonical.ts';

/** SHA-256 of a paper: its number, its edition where it has one, and all of its content. */
export const paperHash = (paper: { number: string | null; edition?: number; content: unknown }): string =>
  createHash('sha256').update(canonical(paper)).digest('hex');
