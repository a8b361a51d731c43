/** What a zip says about itself in its central directory, read without unpacking anything (APPNOTE 6.3.10). */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  /** Offset of the local header from the beginning of the file. */
  offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const unknownSize = 0xffffffff;

/**
 * The entries, from the last bytes of the file (`tail`) and its whole length. `undefined` when this is not a zip,
 * the directory is not within `tail`, or it is zip64 (no office file that we accept is that large).
 */
export function readZipDirectory(tail: Buffer, length = tail.length): ZipEntry[] | undefined {
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== endMark) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16) - (length - tail.length);
  if (count === 0xffff || start < 0 || start + size > end) return undefined;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || tail.readUInt32LE(at) !== entryMark) return undefined;
    const nameLength = tail.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
    const packed = tail.readUInt32LE(at + 20);
    const unpacked = tail.readUInt32LE(at + 24);
    if (next > end || packed === unknownSize || unpacked === unknownSize) return undefined;
    entries.push({
      name: tail.toString('utf8', at + 46, at + 46 + nameLength),
      method: tail.readUInt16LE(at + 10),
      encrypted: (tail.readUInt16LE(at + 8) & 1) === 1,
      packed,
      unpacked,
      offset: tail.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** The packed bytes of one entry; `undefined` when its local header is not where the directory says. */
export function packedBytes(zip: Buffer, entry: ZipEntry): Buffer | undefined {
  const { offset } = entry;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== localMark) return undefined;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  return start + entry.packed > zip.length ? undefined : zip.subarray(start, start + entry.packed);
}

export type OfficeKind = 'xlsx' | 'docx' | 'macros' | 'other';

/** Which office file a zip is, by the parts it holds. */
export function officeKind(entries: readonly ZipEntry[]): OfficeKind {
  const names = new Set(entries.map((e) => e.name.replace(/^\//, '').toLowerCase()));
  if (
    [...names].some(
      (n) => n.endsWith('vbaproject.bin') || n.includes('/activex/') || n.startsWith('xl/macrosheets/'),
    )
  )
    return 'macros';
  if (!names.has('[content_types].xml')) return 'other';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('word/document.xml') ? 'docx' : 'other';
}
