import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { guard, neutralise } from './csv-formula.ts';
import {
  decodeText,
  detectEncoding,
  detectDelimiter,
  type Delimiter,
  type TextEncodingName,
} from './csv-detect.ts';
import { fileError } from './messages.ts';
import { cellLimits, checkRow, isBlankRow, type SheetLimits, type SheetRow } from './sheet.ts';

/** A path, bytes, or a stream that is read once. */
export type ByteSource = string | Uint8Array | Readable;

export interface CsvOptions extends Partial<SheetLimits> {
  encoding?: TextEncodingName;
  delimiter?: Delimiter;
  /** Characters looked at to recognise encoding and delimiter. */
  sampleBytes?: number;
}

export interface CsvFile {
  encoding: TextEncodingName;
  delimiter: Delimiter;
  /** The rows that hold something, one at a time; reads once, and closes the source when left early. */
  rows: AsyncGenerator<SheetRow, void, void>;
}

const csvLimits: SheetLimits = { maxRows: 1_000_000, ...cellLimits };

const open = (source: ByteSource): Readable => {
  if (typeof source === 'string') return createReadStream(source);
  return source instanceof Uint8Array ? Readable.from([source]) : source;
};

/** Opens a CSV, recognising encoding and delimiter from its beginning. Memory does not grow with the file. */
export async function openCsv(source: ByteSource, options: CsvOptions = {}): Promise<CsvFile> {
  const limits = { ...csvLimits, ...options };
  const input = open(source);
  const chunks = input[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const sampleBytes = options.sampleBytes ?? 256 * 1024;
  const head: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  while (bytes < sampleBytes && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else {
      head.push(next.value);
      bytes += next.value.length;
    }
  }
  const sample = Buffer.concat(head);
  if (sample.length === 0) throw fileError('invalid', 'file.empty');
  const encoding = options.encoding ?? detectEncoding(sample, ended);
  const text = decodeText(sample, encoding);
  if (text.trim() === '') throw fileError('invalid', 'file.empty');
  if (text.includes('\0')) {
    input.destroy();
    throw fileError('unsupported_media', 'csv.binary');
  }
  const delimiter = options.delimiter ?? detectDelimiter(text);
  const whole = async function* () {
    yield sample;
    for (let next = ended ? undefined : await chunks.next(); next && !next.done; next = await chunks.next()) {
      yield next.value;
    }
  };
  return { encoding, delimiter, rows: readRows(input, whole(), { encoding, delimiter, limits }) };
}

interface Reading {
  encoding: TextEncodingName;
  delimiter: Delimiter;
  limits: SheetLimits;
}

async function* readRows(
  input: Readable,
  bytes: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<SheetRow, void, void> {
  const { limits } = reading;
  let number = 0;
  let filled = 0;
  const text = Readable.from(
    decodeStream(bytes, reading.encoding, () => number),
    { objectMode: false },
  );
  const parser = parse({
    delimiter: reading.delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    // An unclosed quotation mark would otherwise swallow the rest of the file into one record.
    max_record_size: limits.maxColumns * 200 + limits.maxCellLength * 4,
  });
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (isBlankRow(cells)) continue;
      filled += 1;
      const row: SheetRow = { number, cells: cells.map(guard.undo) };
      checkRow(row, filled, limits);
      yield row;
    }
  } catch (error) {
    throw readable(error);
  } finally {
    text.destroy();
    input.destroy();
  }
}

async function* decodeStream(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
  row: () => number,
) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let first = true;
  const clean = (text: string): string => {
    if (text.includes('\0')) throw fileError('unsupported_media', 'csv.binary');
    if (!first || text === '') return text;
    first = false;
    // Excel's own hint line is not a row of the table.
    return text.replace(/^sep=.\r?\n/i, '');
  };
  try {
    for await (const chunk of bytes) yield clean(decoder.decode(chunk, { stream: true }));
    yield clean(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) throw fileError('invalid', 'csv.mixed_encoding', { row: row() });
    throw error;
  }
}

/** csv-parse fails ahead of the rows still in its buffer, so the row comes from its own count. */
function readable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error['records'] ?? 0) + 1;
  const quote = error.code.includes('QUOTE') || error.code === 'CSV_MAX_RECORD_SIZE';
  return fileError('invalid', quote ? 'csv.quote' : 'csv.damaged', { row }, `${row}`);
}

export type CsvValue = string | number | boolean | null | undefined;

export interface CsvWriteOptions {
  header?: readonly string[];
  delimiter?: Delimiter;
  /** Byte order mark: without it Excel reads UTF-8 as Windows-1252. */
  bom?: boolean;
  /** A mark that stays with every row wherever the rows are copied, such as DATA CONTOH. */
  mark?: string;
}

/** A CSV as a byte stream; cells that a spreadsheet would run as a formula are neutralised. */
export function writeCsv(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  options: CsvWriteOptions = {},
): Readable {
  const writer = stringify({
    delimiter: options.delimiter ?? ',',
    bom: options.bom ?? true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
  const source = Readable.from(neutralRows(rows, options));
  source.on('error', (error) => writer.destroy(error));
  writer.on('close', () => source.destroy());
  return source.pipe(writer);
}

async function* neutralRows(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  { header, mark }: CsvWriteOptions,
) {
  const marked = (cells: readonly CsvValue[]) =>
    (mark === undefined ? cells : [...cells, mark]).map(neutralise);
  if (header) yield marked(header);
  for await (const row of rows) yield marked(row);
}
