import fs from 'node:fs';

/** Chromium as Debian installs it, or the one that CHROMIUM names. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  return [...(named ? [named] : []), '/usr/bin/chromium'].find((file) => fs.existsSync(file));
}
