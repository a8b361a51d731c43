/** Width and height of a picture in its own units; 1:1 when it does not say. */
export function imageSize(
  bytes: Buffer,
  mime: 'image/png' | 'image/jpeg',
): { width: number; height: number } {
  const square = { width: 1, height: 1 };
  if (mime === 'image/png') {
    return bytes.length >= 24 ? sensible(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) : square;
  }
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const kind = bytes[at + 1] ?? 0;
    // SOF0 to SOF15 but DHT, JPG and DAC hold the size (ITU T.81, B.2.2).
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc) {
      return sensible(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    }
  }
  return square;
}

const sensible = (width: number, height: number) =>
  width > 0 && height > 0 && width / height < 20 && height / width < 20
    ? { width, height }
    : { width: 1, height: 1 };
