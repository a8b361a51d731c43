import fs from 'node:fs';
import path from 'node:path';

/** A head of the chain as it was at some time, kept outside the database. */
export interface RecordedHead {
  position: number;
  /** Hexadecimal. */
  chainMac: string;
  at: string;
}

/** Where an installation keeps its heads. Copy the file to another machine: there nobody here can shorten it. */
export const headsFileOf = (home: string): string => path.join(home, 'audit-heads.jsonl');

/**
 * One line of JSON per head, appended and synced. Copied elsewhere (a backup, another machine, paper), it
 * shows when the end of the trail was cut off.
 */
export function appendHead(file: string, head: RecordedHead): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = fs.openSync(file, 'a+', 0o600);
  try {
    fs.writeSync(handle, `${endsInMidLine(handle) ? '\n' : ''}${JSON.stringify(head)}\n`);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** All heads. A line broken by a power cut in mid-write is passed over; any other strange line is refused. */
export function readHeads(file: string): RecordedHead[] {
  if (!fs.existsSync(file)) return [];
  return parseHeads(fs.readFileSync(file, 'utf8'), file);
}

export function parseHeads(text: string, where: string): RecordedHead[] {
  const heads: RecordedHead[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const head = parseHead(line);
    if (head) heads.push(head);
    else if (!isBeginningOfHead(line)) {
      throw new Error(`${where}, line ${index + 1}: not a head of the audit chain. The file was edited.`);
    }
  }
  return heads;
}

function parseHead(line: string): RecordedHead | null {
  try {
    const head = JSON.parse(line) as Partial<RecordedHead>;
    const { position, chainMac, at } = head;
    const whole =
      Number.isSafeInteger(position) && /^[0-9a-f]{64}$/.test(chainMac ?? '') && typeof at === 'string';
    return whole ? (head as RecordedHead) : null;
  } catch {
    return null;
  }
}

function isBeginningOfHead(line: string): boolean {
  return /^\{("(p.*)?)?$/.test(line) && !line.endsWith('}');
}

function endsInMidLine(handle: number): boolean {
  const { size } = fs.fstatSync(handle);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  fs.readSync(handle, last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}
