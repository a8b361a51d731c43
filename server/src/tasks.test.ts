import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tasks } from './tasks.ts';

const queued = (text: string) => [...text.matchAll(/enqueue\(\s*'([^']+)'/g)].map((m) => m[1] ?? '');

test('every task that is queued somewhere exists, or it would wait for ever', () => {
  const folder = path.join(import.meta.dirname, 'modules');
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .flatMap((f) => queued(fs.readFileSync(path.join(folder, f), 'utf8')));
  expect(names).toContain('clearing.check_import');
  expect(names.filter((n) => !(n in tasks))).toEqual([]);
  expect(queued("await ctx.enqueue('planted.task', {})").filter((n) => !(n in tasks))).toEqual([
    'planted.task',
  ]);
});
