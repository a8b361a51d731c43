/** A demonstration as anyone starts it, in a home of its own under .simpul/bench. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const repoRoot = path.join(import.meta.dirname, '../..');
const folder = path.join(repoRoot, '.simpul/bench');
export const benchHome = (name: string): string => path.join(folder, name);

export interface Demo {
  url: string;
  home: string;
  password: string;
  /** Process of the server. */
  pid: number;
  /** Seconds from the command to a server that answers. */
  seconds: number;
  stop: () => Promise<void>;
  /** Ends when the process has ended. */
  ended: Promise<void>;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

interface StartOptions {
  home: string;
  /** Through npm, as the README says; else straight, one process less. */
  npm?: boolean;
}

function launch({ home, npm }: StartOptions, port: number): ChildProcess {
  const args = ['--home', home, '--port', String(port)];
  const program = path.join(repoRoot, 'server/bin/simpul.ts');
  const [command, all] = npm
    ? ['npm', ['--silent', 'start', '--', ...args]]
    : [process.execPath, [program, 'start', ...args]];
  return spawn(command, all, {
    cwd: repoRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIMPUL_LOG: 'error', DATABASE_URL: '' },
  });
}

/** Servers that run now: a benchmark that is broken off takes them along. */
const started = new Set<number>();
process.on('exit', () => {
  for (const pid of started) process.kill(pid, 'SIGTERM');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

export async function startDemo(o: StartOptions): Promise<Demo> {
  const port = await freePort();
  const began = performance.now();
  const child = launch(o, port);
  const ended = new Promise<void>((exit) => child.once('exit', () => exit()));
  let said = '';
  const password = await new Promise<string>((ready, failed) => {
    const hear = (data: Buffer) => {
      said = (said + String(data)).slice(-20_000);
      const found = /Simpul is ready: \S+[\s\S]*Password of every login: (\S+)/.exec(said);
      if (found?.[1]) ready(found[1]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`The demonstration stopped (exit ${code}):\n${said}`)));
  });
  const url = `http://localhost:${port}`;
  const ready = await fetch(`${url}/readyz`);
  if (!ready.ok) throw new Error(`The demonstration says it is ready and answers ${ready.status}.`);
  const seconds = (performance.now() - began) / 1000;
  const { pid } = JSON.parse(fs.readFileSync(path.join(o.home, 'running.json'), 'utf8')) as { pid: number };
  started.add(pid);
  void ended.then(() => started.delete(pid));
  const stop = async () => {
    process.kill(pid, 'SIGTERM');
    await ended;
    await gone(pid);
  };
  return { url, home: o.home, password, pid, seconds, stop, ended };
}

/** npm may end before the server it started. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(50);
  }
}

export const removeHome = (home: string): void => fs.rmSync(home, { recursive: true, force: true });

let master: Promise<string> | undefined;

/** A stopped demonstration, filled once a run; benchmarks that leave traces work on a copy. */
const filled = (): Promise<string> =>
  (master ??= (async () => {
    const home = benchHome('demo');
    removeHome(home);
    const demo = await startDemo({ home });
    await demo.stop();
    return home;
  })());

export async function copyOfDemo(name: string): Promise<string> {
  const home = benchHome(name);
  removeHome(home);
  fs.cpSync(await filled(), home, { recursive: true });
  return home;
}
