import { fileTypeFromBuffer } from 'file-type';
import { fileError } from '../documents/messages.ts';
import { officeKind, readZipDirectory } from '../documents/zip-directory.ts';

export const fileKinds = {
  csv: { mime: 'text/csv', name: 'CSV' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'Excel (.xlsx)' },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word (.docx)',
  },
  pdf: { mime: 'application/pdf', name: 'PDF' },
  png: { mime: 'image/png', name: 'PNG' },
  jpg: { mime: 'image/jpeg', name: 'JPEG' },
} as const;
export type FileKind = keyof typeof fileKinds;

/** Bytes of the beginning and of the end that recognising needs. */
export const headBytes = 64 * 1024;
export const tailBytes = 512 * 1024;

const namesOf = (kinds: readonly FileKind[]): string => kinds.map((k) => fileKinds[k].name).join(', ');
const isKind = (ext: string): ext is FileKind => Object.hasOwn(fileKinds, ext);

export type Sniffed = { kind: FileKind } | { kind: 'zip' };

/**
 * The kind by the first bytes, refused at once when no allowed kind begins like this. A zip is settled only at
 * the end (`settleZip`): its directory stands there.
 */
export async function sniffHead(head: Buffer, whole: boolean, allow: readonly FileKind[]): Promise<Sniffed> {
  const allowed = namesOf(allow);
  const found = await fileTypeFromBuffer(head);
  if (found) {
    const zipped =
      found.mime === 'application/zip' || found.ext === 'xlsx' || found.ext === 'docx' || found.ext === 'zip';
    if (zipped && (allow.includes('xlsx') || allow.includes('docx'))) return { kind: 'zip' };
    if (found.ext === 'cfb' && allow.includes('xlsx')) {
      const locked = head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
      throw fileError('unsupported_media', locked ? 'xlsx.password' : 'xlsx.legacy');
    }
    if (isKind(found.ext) && allow.includes(found.ext)) return { kind: found.ext };
    throw fileError('unsupported_media', 'file.kind_not_allowed', { kind: found.ext.toUpperCase(), allowed });
  }
  if (looksLikeText(head, whole)) {
    if (allow.includes('csv')) return { kind: 'csv' };
    throw fileError('unsupported_media', 'file.kind_not_allowed', { kind: 'teks', allowed });
  }
  const bare = Buffer.from(head.filter((byte) => byte !== 0));
  if (allow.includes('csv') && bare.length < head.length && looksLikeText(bare, whole))
    throw fileError('unsupported_media', 'file.text_odd');
  throw fileError('unsupported_media', 'file.kind_unknown', { allowed });
}

/** Which office file a zip was, from its last bytes and its length. */
export function settleZip(tail: Buffer, length: number, allow: readonly FileKind[]): FileKind {
  const entries = readZipDirectory(tail, length);
  const kind = entries ? officeKind(entries) : 'other';
  if (kind === 'macros') throw fileError('unsupported_media', 'file.macros');
  if (kind !== 'other' && allow.includes(kind)) return kind;
  const said = kind === 'other' ? 'ZIP' : fileKinds[kind].name;
  throw fileError('unsupported_media', 'file.kind_not_allowed', { kind: said, allowed: namesOf(allow) });
}

const markup = /^\uFEFF?\s*<(!doctype|html|script|svg|\?xml|\?php)/i;

/** UTF-16 says so by its mark; its zero bytes are no sign of binary content. */
export const isUtf16 = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

/** Text as tables are saved: UTF-8, UTF-16 with its mark, or Windows-1252; no control characters, no markup. */
export function looksLikeText(head: Buffer, whole: boolean): boolean {
  let text: string;
  try {
    const encoding = isUtf16(head) ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
  } catch {
    text = new TextDecoder('windows-1252').decode(head);
  }
  if (markup.test(text)) return false;
  // oxlint-disable-next-line no-control-regex -- these very characters tell binary from text
  return !/[\u0000-\u0008\u000E-\u001F\u007F\u0081\u008D\u008F\u0090\u009D]/.test(text);
}
