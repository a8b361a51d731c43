import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const modules = path.join(import.meta.dirname, 'modules');
const read = (file: string) => fs.readFileSync(path.join(import.meta.dirname, file), 'utf8');
const lists = { Router: 'router.ts', Tasks: 'tasks.ts', Downloads: 'downloads.ts' } as const;

/** What the doors of all modules offer of a kind, such as `dutiesTasks`. */
const offered = (kind: string, doors: string[]) =>
  doors.flatMap((text) => [...text.matchAll(new RegExp(`\\b(\\w+${kind})\\b`, 'g'))].map((m) => m[1] ?? ''));

const doors = fs
  .readdirSync(modules, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => fs.readFileSync(path.join(modules, e.name, 'index.ts'), 'utf8'));

describe.each(Object.entries(lists))('%s', (kind, file) => {
  test(`what a module offers stands in ${file}`, () => {
    const names = offered(kind, doors);
    expect(names.length).toBeGreaterThan(1);
    const list = read(file).replace(/^import .*$/gm, '');
    expect(names.filter((n) => !list.includes(n))).toEqual([]);
    expect(
      offered(kind, [`export { planted${kind} } from './x.ts';`]).filter((n) => !list.includes(n)),
    ).toEqual([`planted${kind}`]);
  });
});
