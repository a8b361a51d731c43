import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { exec } from 'node:child_process';
import { KeyError } from './key-error.ts';
import { makeMasterKeyFile, readMasterKeyFile } from './master-key-file.ts';

/**
 * Every version of the master key this installation still holds. Only `current` wraps; older versions stay
 * so that tenant keys not yet re-wrapped open, and so that audit seals made under them can be verified.
 */
export interface MasterKey {
  readonly current: number;
  readonly versions: ReadonlyMap<number, KeyObject>;
}

export type MasterKeySource =
  | { kind: 'file'; path: string }
  | { kind: 'environment'; variable: string }
  | { kind: 'command'; command: string };

/** Keys derived from the master key. What must outlive its rotation (tokens, files, data) is in the keyring. */
export const purposes = ['context', 'audit', 'idempotency'] as const;
export type Purpose = (typeof purposes)[number];

const keyBytes = 32;
const commandTimeoutMs = 30_000;
const commandOutputCap = 64 * 1024;

/** From the settings: an environment variable wins over a command, a command over the file. */
export function masterKeySource(env: NodeJS.ProcessEnv, file: string): MasterKeySource {
  if (env['SIMPUL_MASTER_KEY']) return { kind: 'environment', variable: 'SIMPUL_MASTER_KEY' };
  const command = env['SIMPUL_MASTER_KEY_COMMAND'];
  if (command) return { kind: 'command', command };
  return { kind: 'file', path: env['SIMPUL_MASTER_KEY_FILE'] ?? file };
}

/**
 * Reads the master key. `mayMake` is true only where no data exists yet: a key made beside data that
 * another key sealed would hide the loss until the first sealed value is opened.
 */
export async function loadMasterKey(
  source: MasterKeySource,
  { mayMake, env = process.env }: { mayMake: boolean; env?: NodeJS.ProcessEnv },
): Promise<MasterKey> {
  if (source.kind === 'environment') {
    const text = env[source.variable];
    if (!text) throw new KeyError('key_missing', `The environment variable ${source.variable} is empty.`);
    return parseMasterKey(text, source.variable);
  }
  if (source.kind === 'command')
    return parseMasterKey(await runKeyCommand(source.command), 'the key command');
  const existing = readMasterKeyFile(source.path);
  if (existing !== null) return parseMasterKey(existing, source.path);
  if (!mayMake) {
    throw new KeyError(
      'key_missing',
      `No master key at ${source.path}, but data sealed by one exists. Put the key file back, or restore a backup with its recovery key.`,
    );
  }
  const line = formatVersion(1, randomBytes(keyBytes));
  makeMasterKeyFile(source.path, line);
  return parseMasterKey(line, source.path);
}

/** Lines (or comma separated entries) of `version base64`; one bare base64 value is version 1. */
export function parseMasterKey(text: string, where: string): MasterKey {
  const versions = new Map<number, KeyObject>();
  for (const entry of text.split(/[\n,]/)) {
    const line = entry.trim();
    if (line === '' || line.startsWith('#')) continue;
    const words = line.split(/[\s:]+/);
    const [version, encoded] = words.length === 1 ? ['1', words[0]] : words;
    const bytes = Buffer.from(encoded ?? '', 'base64');
    const number = Number(version);
    if (words.length > 2 || bytes.length !== keyBytes || !isVersion(number)) {
      throw new KeyError(
        'key_malformed',
        `${where}: each line must be a version number and 32 bytes in base64.`,
      );
    }
    if (versions.has(number)) {
      throw new KeyError(
        'key_malformed',
        `${where}: version ${number} of the master key stands there twice.`,
      );
    }
    versions.set(number, createSecretKey(bytes));
    bytes.fill(0);
  }
  if (versions.size === 0) throw new KeyError('key_malformed', `${where} holds no master key.`);
  return { current: Math.max(...versions.keys()), versions };
}

/** All versions as text, for the key file and for the wrapped copy inside a backup. */
export function formatMasterKey(master: MasterKey): string {
  return [...master.versions]
    .sort(([a], [b]) => a - b)
    .map(([version, key]) => formatVersion(version, key.export()))
    .join('');
}

/** The master key with one more, current version: the first step of a rotation. */
export function withNewVersion(master: MasterKey): MasterKey {
  const current = master.current + 1;
  const bytes = randomBytes(keyBytes);
  const versions = new Map(master.versions).set(current, createSecretKey(bytes));
  bytes.fill(0);
  return { current, versions };
}

export function masterKeyVersion(master: MasterKey, version: number): KeyObject {
  const key = master.versions.get(version);
  if (!key) {
    throw new KeyError(
      'key_version_unknown',
      `Version ${version} of the master key is not in the key source.`,
    );
  }
  return key;
}

/** HKDF-SHA256 (RFC 5869): one key per purpose, so that no key ever serves two algorithms or two jobs. */
export function subKey(master: MasterKey, purpose: Purpose, version: number = master.current): KeyObject {
  return deriveKey(masterKeyVersion(master, version), `simpul/${purpose}/1`);
}

export function deriveKey(key: KeyObject, info: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, keyBytes)));
}

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 1 && version <= 0xffff_ffff;
}

function formatVersion(version: number, key: Uint8Array): string {
  return `${version} ${Buffer.from(key).toString('base64')}\n`;
}

/** The operator's own command (a KMS client, a smart-card tool) prints the key; what it prints is never logged. */
function runKeyCommand(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, { timeout: commandTimeoutMs, maxBuffer: commandOutputCap }, (error, stdout) => {
      if (!error) return resolve(stdout);
      const why = error.killed
        ? `gave no answer within ${commandTimeoutMs / 1000} s`
        : `ended with ${error.code}`;
      reject(new KeyError('key_command_failed', `The master key command ${why}.`));
    });
  });
}
