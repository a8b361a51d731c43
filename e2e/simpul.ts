/** Starts and stops installations as anyone would: `simpul start` in a home of its own, and what it prints. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const repoRoot = path.join(import.meta.dirname, '..');
const program = path.join(repoRoot, 'server/bin/simpul.ts');

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export interface Started {
  url: string;
  home: string;
  /** What `ready` caught besides the address. */
  caught: string[];
  /** Runs another command of the program on the same home; answers what it printed. */
  run: (...args: string[]) => Promise<string>;
  stop: () => Promise<void>;
}

/** Ready once the first group of `ready`, the address, was printed. */
export async function startSimpul(flags: readonly string[], ready: RegExp): Promise<Started> {
  const home = fs.mkdtempSync(path.join(tmpdir(), 'simpul-journeys-'));
  const args = [program, 'start', ...flags, '--home', home, '--port', String(await freePort())];
  const child = spawn(process.execPath, args, {
    cwd: repoRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIMPUL_LOG: 'error' },
  });
  const said = { text: '' };
  const [, url = '', ...caught] = await hear(child, said, ready);
  const run = async (...more: string[]) =>
    (await promisify(execFile)(process.execPath, [program, ...more, '--home', home], { cwd: repoRoot }))
      .stdout;
  const stop = async () => {
    const gone = new Promise((exit) => child.once('exit', exit));
    child.kill('SIGTERM');
    await gone;
    // What the server complained about while it was used.
    const complaints = said.text.split('\n').filter((line) => line.startsWith('{"level":50'));
    fs.rmSync(home, { recursive: true, force: true });
    if (complaints.length > 0) console.log(`The server logged errors:\n${complaints.join('\n')}`);
  };
  return { url, home, caught, run, stop };
}

function hear(child: ChildProcess, said: { text: string }, ready: RegExp): Promise<string[]> {
  return new Promise((answer, failed) => {
    const listen = (data: Buffer) => {
      said.text += String(data);
      const found = ready.exec(said.text);
      if (found) answer([...found]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Simpul stopped (exit ${code}):\n${said.text}`)));
  });
}
