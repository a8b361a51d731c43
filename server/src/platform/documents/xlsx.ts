import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import type { ByteSource } from './csv.ts';
import { fileError, readableSize } from './messages.ts';
import { cellLimits, checkRow, type SheetLimits, type SheetRow } from './sheet.ts';
import type { FromXlsxWorker, SheetInfo, ToXlsxWorker } from './xlsx-worker.ts';
import { zipLimits, type ZipLimits } from './zip-check.ts';

export type { SheetInfo } from './xlsx-worker.ts';

export interface XlsxOptions extends Partial<SheetLimits>, Partial<ZipLimits> {
  /** Name of the sheet to read; without it the first visible sheet that holds something. */
  sheet?: string;
  maxBytes?: number;
  maxSeconds?: number;
  maxHeapMb?: number;
}

export interface XlsxFile extends AsyncDisposable {
  sheets: SheetInfo[];
  /** The rows that hold something of one sheet; the workbook is closed when they end or are left. */
  rows(sheet?: string): AsyncGenerator<SheetRow, void, void>;
  close(): Promise<void>;
}

const xlsxLimits = {
  ...zipLimits,
  ...cellLimits,
  maxRows: 100_000,
  maxBytes: 30_000_000,
  maxSeconds: 90,
  maxHeapMb: 1024,
};

async function load(source: ByteSource, maxBytes: number): Promise<Uint8Array> {
  let bytes: Uint8Array;
  if (typeof source === 'string') bytes = await readFile(source);
  else bytes = source instanceof Uint8Array ? source : await buffer(source);
  if (bytes.length === 0) throw fileError('invalid', 'file.empty');
  if (bytes.length > maxBytes)
    throw fileError('too_large', 'file.too_large', { limit: readableSize(maxBytes) });
  return bytes;
}

/** Opens a workbook in a worker of its own with a capped heap; close it, or let `rows` run to its end. */
export async function openXlsx(source: ByteSource, options: XlsxOptions = {}): Promise<XlsxFile> {
  const limits = { ...xlsxLimits, ...options };
  const bytes = Uint8Array.from(await load(source, limits.maxBytes));
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb, maxYoungGenerationSizeMb: 64 },
  });
  const close = async () => void (await worker.terminate());
  const ask = async (message: ToXlsxWorker, transfer: ArrayBuffer[] = []): Promise<FromXlsxWorker> => {
    worker.postMessage(message, transfer);
    try {
      const signal = AbortSignal.timeout(limits.maxSeconds * 1000);
      const [answer] = (await once(worker, 'message', { signal })) as [FromXlsxWorker];
      if (answer.type === 'refused') throw new AppError(answer.problem, answer);
      return answer;
    } catch (error) {
      await close();
      throw understood(error, limits.maxSeconds);
    }
  };
  const opened = await ask({ type: 'open', bytes, limits }, [bytes.buffer]);
  const sheets = opened.type === 'sheets' ? opened.sheets : [];

  async function* rows(name = options.sheet): AsyncGenerator<SheetRow, void, void> {
    let filled = 0;
    try {
      const sheet = chooseSheet(sheets, name);
      await ask({ type: 'select', sheet: sheet.name });
      for (;;) {
        const answer = await ask({ type: 'next' });
        if (answer.type !== 'rows') return;
        for (const row of answer.rows) {
          filled += 1;
          checkRow(row, filled, limits);
          yield row;
        }
        if (answer.last) return;
      }
    } finally {
      await close();
    }
  }
  return { sheets, rows, close, [Symbol.asyncDispose]: close };
}

function chooseSheet(sheets: SheetInfo[], name: string | undefined): SheetInfo {
  const chosen = sheets.find((s) => (name === undefined ? !s.hidden && s.rows > 0 : s.name === name));
  if (chosen) return chosen;
  if (name === undefined) throw fileError('invalid', 'file.empty');
  throw fileError('invalid', 'xlsx.no_sheet', { sheet: name, sheets: sheets.map((s) => s.name).join(', ') });
}

function understood(error: unknown, seconds: number): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ABORT_ERR') return fileError('too_large', 'xlsx.too_slow', { seconds });
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return fileError('too_large', 'xlsx.too_heavy');
  return error;
}
