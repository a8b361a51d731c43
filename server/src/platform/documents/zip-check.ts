import { inflateRawSync } from 'node:zlib';
import { fileError, readableSize, type FileMessageCode } from './messages.ts';
import {
  officeKind,
  packedBytes,
  readZipDirectory,
  type OfficeKind,
  type ZipEntry,
} from './zip-directory.ts';

export interface ZipLimits {
  maxUnpackedBytes: number;
  maxEntries: number;
  /** Unpacked over packed, looked at only beyond 10 MB: small parts of zeros are harmless. */
  maxRatio: number;
}
export const zipLimits: ZipLimits = { maxUnpackedBytes: 200_000_000, maxEntries: 4000, maxRatio: 250 };

export interface ZipMessages {
  notZip: FileMessageCode;
  tooLarge: FileMessageCode;
  suspicious: FileMessageCode;
  damaged: FileMessageCode;
}

/**
 * Refuses a zip by what its directory says before anything is unpacked, then unpacks entry by entry, keeping
 * nothing, to catch a directory that lies about sizes.
 */
export function checkZip(zip: Buffer, limits: ZipLimits, say: ZipMessages): OfficeKind {
  const entries = readZipDirectory(zip);
  if (!entries) throw fileError('unsupported_media', say.notZip);
  const unpacked = entries.reduce((sum, e) => sum + e.unpacked, 0);
  const packed = entries.reduce((sum, e) => sum + e.packed, 0);
  if (unpacked > limits.maxUnpackedBytes) {
    throw fileError('too_large', say.tooLarge, {
      size: readableSize(unpacked),
      limit: readableSize(limits.maxUnpackedBytes),
    });
  }
  const dense = unpacked > 10_000_000 && unpacked > packed * limits.maxRatio;
  if (entries.length > limits.maxEntries || dense) throw fileError('too_large', say.suspicious);
  const seen = new Set<number>();
  for (const entry of entries) {
    if (seen.has(entry.offset)) throw fileError('too_large', say.suspicious);
    seen.add(entry.offset);
    checkEntry(zip, entry, say);
  }
  return officeKind(entries);
}

function checkEntry(zip: Buffer, entry: ZipEntry, say: ZipMessages): void {
  const bytes = packedBytes(zip, entry);
  if (!bytes || entry.encrypted) throw fileError('unsupported_media', say.damaged);
  if (entry.unpacked === 0) return;
  try {
    const length =
      entry.method === 0 ? bytes.length : inflateRawSync(bytes, { maxOutputLength: entry.unpacked }).length;
    if (length === entry.unpacked) return;
  } catch (error) {
    const lies = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw lies ? fileError('too_large', say.suspicious) : fileError('unsupported_media', say.damaged);
  }
  throw fileError('unsupported_media', say.damaged);
}
