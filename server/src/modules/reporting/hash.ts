import { createHash } from 'node:crypto';

/** JSON with keys in order, so that equal content has equal text however the database stored it (RFC 8785 in spirit). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
}

/** SHA-256 of a paper: its number, its edition where it has one, and all of its content. */
export const paperHash = (paper: { number: string | null; edition?: number; content: unknown }): string =>
  createHash('sha256').update(canonical(paper)).digest('hex');
