import fs from 'node:fs';
import path from 'node:path';
import { KeyError } from './key-error.ts';

const heading =
  '# Kunci induk Simpul / Simpul master key. Simpan terpisah dari data dan cadangannya.\n' +
  '# Keep it apart from the data and its backups. One line per version.\n';

/** The file's text, or null where there is none. A file others can read is refused, not mended in silence. */
export function readMasterKeyFile(file: string): string | null {
  let handle: number;
  try {
    handle = fs.openSync(file, 'r');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    // On the open handle: the file that was checked is the file that is read.
    const mode = fs.fstatSync(handle).mode;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyError(
        'key_open_to_others',
        `${file} can be read by others (mode ${(mode & 0o777).toString(8)}). Run: chmod 600 ${file}`,
      );
    }
    return fs.readFileSync(handle, 'utf8');
  } finally {
    fs.closeSync(handle);
  }
}

export function makeMasterKeyFile(file: string, lines: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeSynced(file, heading + lines, 'wx');
  } catch (error) {
    if (isCode(error, 'EEXIST'))
      throw new KeyError('key_exists', `${file} exists already and is not overwritten.`);
    throw error;
  }
  syncFolder(file);
}

/** Replaces the versions in the file in one step: a crash leaves the old file or the new one, never half. */
export function replaceMasterKeyFile(file: string, lines: string): void {
  const next = `${file}.new`;
  fs.rmSync(next, { force: true });
  writeSynced(next, heading + lines, 'wx');
  fs.renameSync(next, file);
  syncFolder(file);
}

/**
 * True when key and data lie on one disk: whoever takes that disk takes both. Null where either is absent.
 * `doctor` shows it as a warning.
 */
export function sharesDisk(keyFile: string, dataFolder: string): boolean | null {
  try {
    return fs.statSync(keyFile).dev === fs.statSync(dataFolder).dev;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function writeSynced(file: string, text: string, flags: 'wx'): void {
  const handle = fs.openSync(file, flags, 0o600);
  try {
    fs.writeFileSync(handle, text);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function syncFolder(file: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(path.dirname(file), 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
