import { createHash, type Hash } from 'node:crypto';
import { ArchiveError } from './archive-error.ts';
import { evenChunks, frame, jsonFrame, magic, readFrames, type Frame } from './frames.ts';

/** What an archive is, known before its content. */
export interface ArchiveHeader {
  format: 1;
  /** The data, or the keys that open it: docs/decisions/0011-backups-keep-keys-apart.md. */
  kind: 'data' | 'keys';
  installation: string;
  takenAt: string;
  /** Last migration the tables have. */
  migration: string;
  tables: string[];
  /** Where the counters of identity columns stood. */
  sequences: { name: string; value: number }[];
}

export interface ArchivePart {
  kind: 'table' | 'file';
  /** `schema.table`, or the path of the file below the home. */
  name: string;
  /** Tables: the columns in the order of the COPY text. */
  columns?: string[];
  chunks: AsyncIterable<Uint8Array>;
}

export interface PartSummary {
  kind: 'table' | 'file';
  name: string;
  bytes: number;
  /** Tables: lines of COPY text, which escapes line ends inside values. */
  rows?: number;
  sha256: string;
}

export interface Manifest {
  parts: PartSummary[];
  /** Over every byte before the manifest. */
  sha256: string;
}

/** The archive as plain bytes, one part after another, nothing held longer than a chunk. */
export async function* writeParts(
  header: ArchiveHeader,
  parts: AsyncIterable<ArchivePart>,
  done: (manifest: Manifest) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const whole = createHash('sha256');
  const summaries: PartSummary[] = [];
  const out = (bytes: Buffer) => {
    whole.update(bytes);
    return bytes;
  };
  yield out(magic);
  yield out(jsonFrame('header', header));
  for await (const part of parts) {
    const { kind, name, columns } = part;
    yield out(jsonFrame('begin', { kind, name, ...(columns ? { columns } : {}) }));
    const counter = createCounter();
    for await (const chunk of evenChunks(part.chunks)) {
      counter.add(chunk);
      yield out(frame('data', chunk));
    }
    const summary = counter.summary(kind, name);
    summaries.push(summary);
    yield out(jsonFrame('end', summary));
  }
  const manifest = { parts: summaries, sha256: whole.digest('hex') };
  yield jsonFrame('manifest', manifest);
  done(manifest);
}

/**
 * Reads what `writeParts` wrote. Each part's chunks must be taken before the next part is asked for. Ends
 * normally only when the manifest fits all that came before; until then nothing read may be kept.
 */
export async function readParts(bytes: AsyncIterable<Uint8Array>): Promise<{
  header: ArchiveHeader;
  parts: AsyncGenerator<ArchivePart, Manifest>;
}> {
  const frames = readFrames(bytes);
  const whole = createHash('sha256').update(magic);
  const first = await nextFrame(frames);
  if (first.type !== 'header') throw new ArchiveError('damaged', 'The backup has no header.');
  whole.update(frame(first.type, first.payload));
  const header = JSON.parse(first.payload.toString('utf8')) as ArchiveHeader;
  if (header.format !== 1) {
    throw new ArchiveError(
      'unsupported',
      'This backup was made by a newer Simpul. Restore it with that version.',
    );
  }
  return { header, parts: partsOf(frames, whole) };
}

async function nextFrame(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const { value, done } = await frames.next();
  if (done) throw new ArchiveError('damaged', 'The backup ends too early.');
  return value;
}

async function* partsOf(frames: AsyncGenerator<Frame>, whole: Hash): AsyncGenerator<ArchivePart, Manifest> {
  const summaries: PartSummary[] = [];
  for (;;) {
    const { type, payload } = await nextFrame(frames);
    if (type === 'manifest') {
      const manifest = JSON.parse(payload.toString('utf8')) as Manifest;
      const seen = { parts: summaries, sha256: whole.digest('hex') };
      const after = await frames.next();
      if (JSON.stringify(manifest) !== JSON.stringify(seen) || !after.done) {
        throw new ArchiveError('damaged', 'The backup does not fit its manifest.');
      }
      return manifest;
    }
    if (type !== 'begin') throw new ArchiveError('damaged', 'The backup is damaged inside.');
    whole.update(frame(type, payload));
    const begin = JSON.parse(payload.toString('utf8')) as Omit<ArchivePart, 'chunks'>;
    let finished = false;
    yield { ...begin, chunks: chunksOf(begin) };
    if (!finished) throw new Error('take the chunks of each part before the next part');

    async function* chunksOf({ kind, name }: Omit<ArchivePart, 'chunks'>): AsyncGenerator<Uint8Array> {
      const counter = createCounter();
      for (;;) {
        const found = await nextFrame(frames);
        whole.update(frame(found.type, found.payload));
        if (found.type === 'data') {
          counter.add(found.payload);
          yield found.payload;
          continue;
        }
        const summary = counter.summary(kind, name);
        if (found.type !== 'end' || found.payload.toString('utf8') !== JSON.stringify(summary)) {
          throw new ArchiveError('damaged', `The backup is damaged in ${name}.`);
        }
        summaries.push(summary);
        finished = true;
        return;
      }
    }
  }
}

function createCounter() {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  return {
    add(chunk: Uint8Array) {
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
    },
    summary: (kind: ArchivePart['kind'], name: string): PartSummary => ({
      kind,
      name,
      bytes,
      ...(kind === 'table' ? { rows: lines } : {}),
      sha256: hash.digest('hex'),
    }),
  };
}
