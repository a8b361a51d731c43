/** What a browser must fetch and run before the first page: the entry of the built web app and what it imports. */
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Benchmark } from './lib/benchmark.ts';
import { buildWeb } from '../server/src/cli/web-build.ts';

const bytes = (files: readonly Buffer[], compress: (file: Buffer) => Buffer) =>
  files.reduce((sum, file) => sum + compress(file).length, 0) / 1000;
const brotli = (file: Buffer) =>
  brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** The entry, what the page preloads, and what those import before they run. */
function firstFiles(dist: string): { scripts: string[]; styles: string[] } {
  const page = fs.readFileSync(path.join(dist, 'index.html'), 'utf8');
  const found = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? '');
  const scripts = found.filter((file) => file.endsWith('.js'));
  for (const script of scripts) {
    const text = fs.readFileSync(path.join(dist, script), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      const file = path.posix.join(path.posix.dirname(script), name);
      if (!scripts.includes(file)) scripts.push(file);
    }
  }
  return { scripts, styles: found.filter((file) => file.endsWith('.css')) };
}

export const firstLoad: Benchmark = {
  name: 'first-load',
  about: 'entry script of the built web app with all its static imports, each file compressed',
  run: async (say) => {
    const dist = await buildWeb();
    const { scripts, styles } = firstFiles(dist);
    if (scripts.length === 0) throw new Error('The built page names no script.');
    const read = (files: string[]) => files.map((file) => fs.readFileSync(path.join(dist, file)));
    const [js, css] = [read(scripts), read(styles)];
    const sized = scripts.map((file, i) => [file, gzipSync(js[i] ?? '').length] as const);
    for (const [file, size] of sized.toSorted((a, b) => b[1] - a[1]))
      say(`${(size / 1000).toFixed(1)} kB ${file}`);
    return [
      {
        what: `script, gzip (${scripts.length} files)`,
        value: bytes(js, gzipSync),
        unit: 'kB',
        aim: { atMost: 200 },
        peer: { what: 'uncompressed', value: bytes(js, (file) => file) },
      },
      { what: 'script, brotli', value: bytes(js, brotli), unit: 'kB', aim: { atMost: 200 } },
      { what: 'style, gzip', value: bytes(css, gzipSync), unit: 'kB' },
    ];
  },
};
