/** A person at the HTTP interface: signs in, reads, commands, hands files in. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type { Demo } from './demo.ts';

export interface Client {
  get: <T>(path: string) => Promise<T>;
  /** The answer as it travels, for its size. */
  raw: (path: string) => Promise<Buffer>;
  send: <T>(method: 'POST' | 'PUT', path: string, body: unknown, key?: string) => Promise<T>;
  upload: (file: string) => Promise<{ id: string; bytes: number }>;
}

export async function signIn(demo: Pick<Demo, 'url' | 'password'>, name: string): Promise<Client> {
  const answer = await fetch(`${demo.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: demo.url },
    body: JSON.stringify({ email: `${name}@contoh.simpul.test`, password: demo.password }),
  });
  if (!answer.ok) throw new Error(`Signing in as ${name} was refused: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const ask = async (
    path: string,
    init: { method?: string; body?: string | FormData; headers?: object } = {},
  ) => {
    const response = await fetch(`${demo.url}/api${path}`, {
      ...init,
      headers: { cookie, origin: demo.url, 'x-simpul': 'bench', ...init.headers },
    });
    if (!response.ok)
      throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    get: async <T>(path: string) => (await ask(path)).json() as Promise<T>,
    raw: async (path) => Buffer.from(await (await ask(path)).arrayBuffer()),
    send: async <T>(method: 'POST' | 'PUT', path: string, body: unknown, key: string = randomUUID()) =>
      (
        await ask(path, {
          method,
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
        })
      ).json() as Promise<T>,
    upload: async (file) => {
      const form = new FormData();
      form.append('file', await fs.openAsBlob(file), 'berkas');
      return (await ask('/files', { method: 'POST', body: form })).json() as Promise<{
        id: string;
        bytes: number;
      }>;
    },
  };
}
