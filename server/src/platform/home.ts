import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export type InstallationKind = 'demo' | 'office' | 'test';

/** A secret kept in a file only its owner may read; made at the first start. */
export function secretFile(file: string, bytes = 32): Buffer {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, randomBytes(bytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  return Buffer.from(fs.readFileSync(file, 'utf8'), 'base64');
}

export function requestHasher(key: KeyObject): (text: string) => Buffer {
  return (text) => createHmac('sha256', key).update(text).digest();
}
