/** `npm run test:e2e [NAME...]`: journeys through a fresh demonstration in Chromium; NAME picks files of e2e/journeys. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.ts';

const out = path.join(import.meta.dirname, 'out');
if (!findChromium()) {
  console.log(
    'Journeys skipped: there is no Chromium here. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.',
  );
  process.exit(0);
}
fs.rmSync(out, { recursive: true, force: true });
const config = path.join(import.meta.dirname, 'vitest.config.ts');
const done = spawnSync('vitest', ['run', '--config', config, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(done.status ?? 1);
