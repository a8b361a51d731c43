/**
 * Unambiguous bytes for a list of values: each part is a 32-bit length and its bytes, null has a length
 * of its own. Joining with a separator would let ('a|b', 'c') and ('a', 'b|c') stand for one another.
 */
export type Part = string | Uint8Array | null;

const nullLength = 0xffff_ffff;

export function encodeParts(parts: readonly Part[]): Buffer {
  const bodies = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part));
  const size = bodies.reduce((sum, body) => sum + 4 + (body?.length ?? 0), 0);
  const out = Buffer.allocUnsafe(size);
  let at = 0;
  for (const body of bodies) {
    at = out.writeUInt32BE(body === null ? nullLength : body.length, at);
    if (body === null) continue;
    out.set(body, at);
    at += body.length;
  }
  return out;
}
