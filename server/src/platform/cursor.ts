import { AppError } from './errors.ts';

/** Where a page ended, as the sort key of its last row; opaque to the caller. */
export const cursorOf = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Reads a cursor back. Throws `invalid` unless it holds `size` texts. */
export function readCursor(cursor: string | undefined, size: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === size && parts.every((p) => typeof p === 'string'))
      return parts as string[];
  } catch {
    // Answered below like any other cursor that is not ours.
  }
  throw new AppError('invalid', {
    errors: [{ path: 'cursor', code: 'format', message: 'Use the nextCursor of the page before.' }],
  });
}
