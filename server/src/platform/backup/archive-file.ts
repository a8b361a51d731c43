import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { ArchiveError } from './archive-error.ts';
import { readParts, writeParts, type ArchiveHeader, type ArchivePart, type Manifest } from './archive.ts';
import { encrypterFor } from './recovery-key.ts';

/**
 * Writes `parts` to `file`: framed, compressed (zstd), encrypted (age) to `recipient`, all of it streaming.
 * The file takes its name only when it is whole and on the disk; a backup of that name is replaced.
 */
export async function writeArchive(
  file: string,
  recipient: string,
  header: ArchiveHeader,
  parts: AsyncIterable<ArchivePart>,
): Promise<Manifest> {
  const unfinished = `${file}.part`;
  let manifest: Manifest | undefined;
  const plain = Readable.from(
    writeParts(header, parts, (made) => {
      manifest = made;
    }),
    { objectMode: false },
  );
  try {
    const compressed = plain.compose(createZstdCompress());
    const encrypted = await encrypterFor(recipient).encrypt(webOf(compressed));
    const out = fs.createWriteStream(unfinished, { flags: 'w', mode: 0o600, flush: true });
    await pipeline(Readable.fromWeb(encrypted as ReadableStream), out);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
  if (!manifest) throw new Error('the archive ended without its manifest');
  fs.renameSync(unfinished, file);
  return manifest;
}

/** Opens an archive with the recovery key; errors of the key come here, of the content while reading. */
export async function openArchive(
  file: string,
  identity: string,
): Promise<{ header: ArchiveHeader; parts: AsyncGenerator<ArchivePart, Manifest> }> {
  refuseOtherFiles(file);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity.trim().toUpperCase());
  const source = fs.createReadStream(file);
  let decrypted: ReadableStream;
  try {
    decrypted = (await decrypter.decrypt(webOf(source))) as ReadableStream;
  } catch (cause) {
    source.destroy();
    const strange = !/no identity matched/.test(cause instanceof Error ? cause.message : '');
    throw strange
      ? new ArchiveError('damaged', 'The head of the backup is damaged.', { cause })
      : new ArchiveError(
          'wrong_key',
          'This recovery key does not open the backup. It was made for another key.',
        );
  }
  const plain = Readable.fromWeb(decrypted).compose(createZstdDecompress());
  return readParts(intact(plain));
}

const webOf = (stream: Readable) => Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>;

/** What decryption and decompression say about a cut or flipped byte, said as what it means. */
async function* intact(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* plain;
  } catch (cause) {
    throw new ArchiveError('damaged', 'The backup was cut off or changed: it cannot be trusted.', { cause });
  }
}

function refuseOtherFiles(file: string): void {
  const begin = 'age-encryption.org/v1\n';
  const head = Buffer.alloc(begin.length);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, head, 0, head.length, 0);
  } finally {
    fs.closeSync(handle);
  }
  if (head.toString('latin1') !== begin)
    throw new ArchiveError('not_an_archive', `${file} is not a Simpul backup.`);
}
