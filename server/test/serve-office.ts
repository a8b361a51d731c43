/** An office's own installation in a process of its own, for tests that end it: `serve-office.ts HOME PORT`. */
import fs from 'node:fs';
import path from 'node:path';
import { serve } from '../src/cli/serve.ts';

const [home = '', port = ''] = process.argv.slice(2);
const page = path.join(home, 'page');
fs.mkdirSync(page, { recursive: true });
fs.writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>uji</title>');
await serve({
  kind: 'office',
  home,
  port: Number(port),
  host: '127.0.0.1',
  baseUrl: `http://localhost:${port}`,
  databaseUrl: undefined,
  web: Promise.resolve(page),
});
