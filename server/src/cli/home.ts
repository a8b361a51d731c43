import fs from 'node:fs';
import path from 'node:path';
import type { InstallationKind } from '../platform/home.ts';

export const repoRoot = path.join(import.meta.dirname, '../../..');

/** Where an installation keeps its database, keys and files. */
export function homeOf(kind: InstallationKind, given: string | undefined): string {
  return path.resolve(given ?? process.env['SIMPUL_HOME'] ?? path.join(repoRoot, '.simpul', kind));
}

/** Written while the server runs, so that the command line finds it. */
export interface Running {
  pid: number;
  url: string;
}
const runningFile = (home: string) => path.join(home, 'running.json');

export function writeRunning(home: string, running: Running): void {
  fs.writeFileSync(runningFile(home), JSON.stringify(running), { mode: 0o600 });
}
export function clearRunning(home: string): void {
  fs.rmSync(runningFile(home), { force: true });
}
export function findRunning(home: string): Running | null {
  try {
    const running = JSON.parse(fs.readFileSync(runningFile(home), 'utf8')) as Running;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

export const loginsFile = (home: string): string => path.join(home, 'logins.json');
