import { AppError } from './errors.ts';

/** Where a page ended, as the sort key of its last row; opaque to the caller. */
export const cursorOf = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

const kinds = {
  text: /^[\s\S]{0,300}$/,
  number: /^\d{1,15}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;
type Kind = keyof typeof kinds;

/** Reads a cursor back. Throws `invalid` unless it holds texts of these kinds: it came back from outside. */
export function readCursor(cursor: string | undefined, expected: readonly Kind[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = (part: unknown, i: number) => {
      const kind = expected[i];
      return typeof part === 'string' && kind !== undefined && kinds[kind].test(part) && !part.includes('\0');
    };
    if (Array.isArray(parts) && parts.length === expected.length && parts.every(fits))
      return parts as string[];
  } catch {
    // Answered below like any other cursor that is not ours.
  }
  throw new AppError('invalid', {
    errors: [{ path: 'cursor', code: 'format', message: 'Use the nextCursor of the page before.' }],
  });
}
