import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  formatMasterKey,
  loadMasterKey,
  masterKeySource,
  masterKeyVersion,
  parseMasterKey,
  subKey,
  withNewVersion,
} from './master-key.ts';
import { replaceMasterKeyFile, sharesDisk } from './master-key-file.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'simpul-key-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const inFile = (name = 'keys/master.key') => ({ kind: 'file' as const, path: path.join(folder, name) });
const value = Buffer.alloc(32, 7).toString('base64');

describe('master key from a file', () => {
  test('is made at the first start, for its owner only, and read back the same', async () => {
    const made = await loadMasterKey(inFile(), { mayMake: true });
    expect(fs.statSync(inFile().path).mode & 0o777).toBe(0o600);
    const read = await loadMasterKey(inFile(), { mayMake: false });
    expect(read.current).toBe(1);
    expect(formatMasterKey(read)).toBe(formatMasterKey(made));
  });

  test('two installations have two keys', async () => {
    const one = await loadMasterKey(inFile('a'), { mayMake: true });
    const two = await loadMasterKey(inFile('b'), { mayMake: true });
    expect(formatMasterKey(one)).not.toBe(formatMasterKey(two));
  });

  test.each([0o640, 0o604, 0o660])('is refused when others can read it (%o)', async (mode) => {
    await loadMasterKey(inFile(), { mayMake: true });
    fs.chmodSync(inFile().path, mode);
    await expect(loadMasterKey(inFile(), { mayMake: true })).rejects.toMatchObject({
      code: 'key_open_to_others',
      message: expect.stringContaining('chmod 600'),
    });
  });

  test('is not made beside data that another key sealed', async () => {
    await expect(loadMasterKey(inFile(), { mayMake: false })).rejects.toMatchObject({ code: 'key_missing' });
    expect(fs.existsSync(inFile().path)).toBe(false);
  });

  test.each([
    ['', 'holds no'],
    ['1 c2hvcnQ=\n', '32 bytes'],
    [`0 ${value}`, '32 bytes'],
    [`1 ${value}\n1 ${value}`, 'twice'],
    [`1 ${value} rest`, '32 bytes'],
  ])('malformed text %# is refused without showing it', (text, why) => {
    expect(() => parseMasterKey(text, 'kunci')).toThrow(why);
    expect(() => parseMasterKey(text, 'kunci')).not.toThrow(value);
  });

  test('takes a new version while the old one stays readable, and the file is replaced in one step', async () => {
    const old = await loadMasterKey(inFile(), { mayMake: true });
    replaceMasterKeyFile(inFile().path, formatMasterKey(withNewVersion(old)));
    const now = await loadMasterKey(inFile(), { mayMake: false });
    expect(now.current).toBe(2);
    expect(masterKeyVersion(now, 1).equals(masterKeyVersion(old, 1))).toBe(true);
    expect(masterKeyVersion(now, 2).equals(masterKeyVersion(now, 1))).toBe(false);
    expect(fs.readdirSync(path.dirname(inFile().path))).toEqual(['master.key']);
    expect(() => masterKeyVersion(now, 3)).toThrow('Version 3');
  });

  test('doctor learns when key and data lie on one disk', () => {
    fs.writeFileSync(path.join(folder, 'k'), '');
    expect(sharesDisk(path.join(folder, 'k'), folder)).toBe(true);
    expect(sharesDisk(path.join(folder, 'none'), folder)).toBeNull();
  });

  test.skipIf(!fs.existsSync('/proc/version'))('and when they do not', () => {
    expect(sharesDisk('/proc/version', folder)).toBe(false);
  });
});

describe('master key from elsewhere', () => {
  test('the environment wins over a command, a command over the file', () => {
    expect(masterKeySource({}, 'f')).toEqual({ kind: 'file', path: 'f' });
    expect(masterKeySource({ SIMPUL_MASTER_KEY_FILE: 'g' }, 'f')).toEqual({ kind: 'file', path: 'g' });
    expect(masterKeySource({ SIMPUL_MASTER_KEY_COMMAND: 'c' }, 'f')).toEqual({
      kind: 'command',
      command: 'c',
    });
    expect(masterKeySource({ SIMPUL_MASTER_KEY: value, SIMPUL_MASTER_KEY_COMMAND: 'c' }, 'f').kind).toBe(
      'environment',
    );
  });

  test('an environment variable holds one bare value or several versions', async () => {
    const source = { kind: 'environment' as const, variable: 'K' };
    const bare = await loadMasterKey(source, { mayMake: false, env: { K: value } });
    expect(bare.current).toBe(1);
    const two = await loadMasterKey(source, { mayMake: false, env: { K: `1:${value},4:${value}` } });
    expect([...two.versions.keys()]).toEqual([1, 4]);
    await expect(loadMasterKey(source, { mayMake: true, env: {} })).rejects.toMatchObject({
      code: 'key_missing',
    });
  });

  test('a command prints it; one that fails is named by its exit, never by what it printed', async () => {
    const good = { kind: 'command' as const, command: `echo "3 ${value}"` };
    expect((await loadMasterKey(good, { mayMake: false })).current).toBe(3);
    const bad = { kind: 'command' as const, command: `echo ${value} >&2; exit 7` };
    const refusal = await loadMasterKey(bad, { mayMake: false }).catch((error: Error) => error);
    expect(refusal).toMatchObject({
      code: 'key_command_failed',
      message: 'The master key command ended with 7.',
    });
  });
});

test('each purpose and each version has a key of its own', () => {
  const master = withNewVersion(parseMasterKey(value, 'test'));
  const macs = [subKey(master, 'context'), subKey(master, 'audit'), subKey(master, 'audit', 1)].map((key) =>
    createHmac('sha256', key).update('x').digest('hex'),
  );
  expect(new Set(macs).size).toBe(3);
  expect(subKey(master, 'audit').equals(subKey(master, 'audit', 2))).toBe(true);
});
