import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    demo: { url: string; password: string };
  }
}

const repoRoot = path.join(import.meta.dirname, '..');

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Starts `simpul start` as anyone would, in a home of its own, and reads the password it prints. While journeys
 * are written, E2E_URL and E2E_PASSWORD name a demonstration that runs already.
 */
export default async function startDemo(project: TestProject) {
  const { E2E_URL: known, E2E_PASSWORD: password } = process.env;
  if (known && password) {
    project.provide('demo', { url: known, password });
    return undefined;
  }
  const home = fs.mkdtempSync(path.join(tmpdir(), 'simpul-journeys-'));
  const port = await freePort();
  const began = Date.now();
  const program = path.join(repoRoot, 'server/bin/simpul.ts');
  const child = spawn(process.execPath, [program, 'start', '--home', home, '--port', String(port)], {
    cwd: repoRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIMPUL_LOG: 'error' },
  });
  let said = '';
  const url = await new Promise<string>((ready, failed) => {
    const hear = (data: Buffer) => {
      said += String(data);
      const found = /Simpul is ready: (\S+)[\s\S]*Password of every login: (\S+)/.exec(said);
      if (found?.[1] && found[2]) {
        project.provide('demo', { url: found[1], password: found[2] });
        ready(found[1]);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`The demonstration stopped (exit ${code}):\n${said}`)));
  });
  console.log(`The demonstration was ready after ${((Date.now() - began) / 1000).toFixed(1)} s at ${url}`);
  return async () => {
    const gone = new Promise((exit) => child.once('exit', exit));
    child.kill('SIGTERM');
    await gone;
    // What the server complained about while it was used.
    const complaints = said.split('\n').filter((line) => line.startsWith('{"level":50'));
    fs.rmSync(home, { recursive: true, force: true });
    if (complaints.length > 0) console.log(`The server logged errors:\n${complaints.join('\n')}`);
  };
}
