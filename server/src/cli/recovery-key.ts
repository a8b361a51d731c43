import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newRecoveryKey, recipientOf } from '../platform/backup/recovery-key.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';

/** The public half: backups are encrypted to it. The secret half is nowhere on this machine. */
export const recipientFile = (home: string): string => path.join(home, 'recovery-recipient.txt');

export function readRecipient(home: string): string {
  const file = recipientFile(home);
  if (!fs.existsSync(file)) {
    throw new CliError(
      'This installation has no recovery key yet. Run "npx simpul recovery-key" and write the key down.',
    );
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** Makes the recovery key and shows it once; with --renew a new one for the backups from now on. */
export async function recoveryKey(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { home: { type: 'string' }, demo: { type: 'boolean' }, renew: { type: 'boolean' } },
  });
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  const file = recipientFile(home);
  if (fs.existsSync(file) && !values.renew) {
    throw new CliError(
      'There is a recovery key already. Add --renew for a new one; older backups keep the old key.',
    );
  }
  const { identity, recipient } = await newRecoveryKey();
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  fs.writeFileSync(file, `${recipient}\n`, { mode: 0o600 });
  process.stdout.write(
    [
      '',
      identity,
      '',
      'Kunci pemulihan ini hanya ditampilkan sekali dan tidak disimpan. Tulis di kertas, simpan di dua tempat',
      'terkunci yang berbeda. Tanpa kunci ini cadangan tidak dapat dibuka oleh siapa pun.',
      'This recovery key is shown once and stored nowhere. Write it on paper and keep it in two locked places.',
      'Without it nobody can open a backup.',
      '',
    ].join('\n'),
  );
}

/** From SIMPUL_RECOVERY_KEY or the standard input: an argument would stay in the shell's history. */
export async function readIdentity(): Promise<string> {
  const given = process.env['SIMPUL_RECOVERY_KEY'] ?? (await readLine());
  await recipientOf(given);
  return given.trim();
}

async function readLine(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Kunci pemulihan / recovery key: ');
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}
