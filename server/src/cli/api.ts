/** Data commands speak to the API as a person: the same routes, policies and audit lines as the web app. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Problem } from '@simpul/contract/problem';
import { openInstallation } from '../installation.ts';
import { CliError } from './cli-error.ts';
import { findRunning, homeOf } from './home.ts';

export interface Api {
  get: <T>(path: string, headers?: Record<string, string>) => Promise<T>;
  send: <T>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<T>;
  upload: (file: string, headers?: Record<string, string>) => Promise<{ id: string; bytes: number }>;
  download: (path: string, to: string, headers?: Record<string, string>) => Promise<number>;
  close: () => Promise<void>;
}
export interface Where {
  home?: string;
  office?: boolean;
}

/** The running server of the home, or one of our own for the time of the command. */
async function reachServer({
  home,
  office = false,
}: Where): Promise<{ url: string; close: () => Promise<void> }> {
  const kind = office ? 'office' : 'demo';
  const folder = homeOf(kind, home);
  const running = findRunning(folder);
  if (running) return { url: running.url, close: async () => {} };
  if (!fs.existsSync(folder))
    throw new CliError(
      `There is no installation in ${folder}. Start one with "npm start", or name another with --home.`,
    );
  const databaseUrl = process.env['DATABASE_URL'];
  const installation = await openInstallation({
    home: folder,
    kind,
    baseUrl: 'http://127.0.0.1',
    log: false,
    ...(databaseUrl ? { databaseUrl } : {}),
  });
  const url = await installation.app.server.listen({ host: '127.0.0.1', port: 0 });
  return { url, close: installation.close };
}

/** Asks at the terminal; what is secret is not shown while it is typed. */
async function ask(question: string, secret = false): Promise<string> {
  let quiet = false;
  const output = new Writable({
    write(text, _encoding, done) {
      if (!quiet) process.stderr.write(text as Buffer);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const answer = terminal.question(question);
    quiet = secret;
    return await answer;
  } finally {
    terminal.close();
    if (secret) process.stderr.write('\n');
  }
}

/** A person signs in by hand when no token is given; the session ends with the command. */
async function signIn(url: string): Promise<Record<string, string>> {
  if (!process.stdin.isTTY)
    throw new CliError('Set SIMPUL_TOKEN to a token of yours (web app: Pengaturan, Token baris perintah).');
  const email = await ask('Email: ');
  const password = await ask('Password: ', true);
  const first = await post(url, '/api/auth/sign-in/email', { email, password }, '');
  if (!first.body.twoFactorRedirect) return { cookie: first.cookie };
  const code = await ask('Code of the second factor: ');
  return { cookie: (await post(url, '/api/auth/two-factor/verify-totp', { code }, first.cookie)).cookie };
}

async function post(url: string, path: string, body: object, cookie: string) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new CliError('Signing in or out was refused. Check address, password and code.');
  const cookies = response.headers.getSetCookie().map((c) => c.split(';')[0]);
  return {
    cookie: cookies.join('; '),
    body: (await response.json()) as { twoFactorRedirect?: boolean },
  };
}

/** What the refusals mean at the command line, and how to go on. */
const meaning: Partial<Record<string, string>> = {
  unauthenticated:
    'the token is unknown, expired or revoked. Make one in the web app: Pengaturan, Token baris perintah.',
  forbidden: 'your role may not do this.',
  session_required: 'a token cannot do this; do it in the web app.',
  step_up_required: 'a token cannot do this; do it in the web app.',
  second_factor_required: 'set up the second factor of your account in the web app first.',
  stale_version: 'somebody changed it meanwhile. Run the command again.',
  too_many_requests: 'too many requests. Wait a minute.',
  too_large: 'the file is too large.',
  unsupported_media: 'files are CSV or XLSX.',
};

/** The refusal of the server in one line a person can act on. */
async function refusal(response: Response): Promise<CliError> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  if (!problem) return new CliError(`The server answered ${response.status}.`);
  const params = Object.entries(problem.params ?? {}).map(([k, v]) => `${k}: ${v}`);
  const fields = (problem.errors ?? []).map((e) => `\n  ${e.path}: ${e.message}`);
  const more = params.length > 0 ? ` (${params.join(', ')})` : '';
  const means = meaning[problem.code];
  return new CliError(
    `Refused: ${problem.code}${more}${means ? `, ${means}` : ''}${fields.join('')}\nReference ${problem.requestId}`,
  );
}

export async function connect(where: Where): Promise<Api> {
  const { url, close } = await reachServer(where);
  try {
    const token = process.env['SIMPUL_TOKEN'];
    const identity: Record<string, string> = token ? { authorization: `Bearer ${token}` } : await signIn(url);
    const call = async (path: string, init: RequestInit & { headers?: Record<string, string> }) => {
      const response = await fetch(`${url}/api${path}`, {
        ...init,
        headers: { ...identity, 'x-simpul': 'cli', ...init.headers },
      });
      if (!response.ok) throw await refusal(response);
      return response;
    };
    return {
      get: async <T>(path: string, headers = {}) => (await call(path, { headers })).json() as Promise<T>,
      send: async <T>(method: 'POST' | 'PUT', path: string, body: unknown, headers = {}) =>
        (
          await call(path, {
            method,
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
          })
        ).json() as Promise<T>,
      upload: async (file, headers = {}) => {
        const form = new FormData();
        // The name of a file may hold a person's name: it stays here.
        form.append('file', await fs.openAsBlob(file), 'berkas');
        return (await call('/files', { method: 'POST', body: form, headers })).json() as Promise<{
          id: string;
          bytes: number;
        }>;
      },
      download: async (path, to, headers = {}) => {
        const bytes = Buffer.from(await (await call(path, { headers })).arrayBuffer());
        fs.writeFileSync(to, bytes);
        return bytes.length;
      },
      close: async () => {
        try {
          if (identity['cookie']) await post(url, '/api/auth/sign-out', {}, identity['cookie']);
        } finally {
          await close();
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
