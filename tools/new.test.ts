import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from './new.ts';
import { namesOf, plural } from './new/names.ts';
import { treeAt } from './new/tree.ts';

const root = path.join(import.meta.dirname, '..');
let copy: string;

/** A checkout without its history: sources copied, dependencies linked, workspaces pointing at the copies. */
function copyCheckout(): string {
  const to = fs.mkdtempSync(path.join(tmpdir(), 'simpul-new-'));
  for (const part of [
    'contract',
    'engine',
    'server',
    'docs',
    'tsconfig.json',
    'package.json',
    '.oxfmtrc.json',
  ])
    fs.cpSync(path.join(root, part), path.join(to, part), {
      recursive: true,
      filter: (from) => !from.split(path.sep).includes('node_modules'),
    });
  const modules = path.join(to, 'node_modules');
  fs.mkdirSync(path.join(modules, '@simpul'), { recursive: true });
  for (const name of fs.readdirSync(path.join(root, 'node_modules')))
    if (name !== '@simpul') fs.symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  for (const name of ['contract', 'engine', 'server'])
    if (fs.existsSync(path.join(root, name, 'node_modules')))
      fs.symlinkSync(path.join(root, name, 'node_modules'), path.join(to, name, 'node_modules'));
  for (const name of ['contract', 'engine'])
    fs.symlinkSync(path.join(to, name), path.join(modules, '@simpul', name));
  return to;
}

beforeAll(() => {
  copy = copyCheckout();
});
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

const make = (...args: string[]) => generate(treeAt(copy), args).files;
const run = (command: string, args: string[]) =>
  spawnSync(path.join(root, 'node_modules/.bin', command), args, { cwd: copy, encoding: 'utf8' });

describe('module and route', () => {
  test('what they make is registered, formats and passes the compiler', () => {
    const before = run('tsc', ['-p', 'tsconfig.json', '--noEmit']).stdout;
    const files = [...make('module', 'intake', 'safe-house'), ...make('route', 'intake', 'acceptSafeHouse')];
    make('route', 'intake', 'listUrgentHouses');
    expect(files).toContain('server/src/modules/intake/create-safe-house.ts');
    expect(fs.readFileSync(path.join(copy, 'server/src/router.ts'), 'utf8')).toContain(
      'intake: intakeRouter,',
    );
    expect(fs.readFileSync(path.join(copy, 'contract/src/intake/routes.ts'), 'utf8')).toContain(
      "audit: 'intake.accept_safe_house'",
    );
    const roles = fs.readFileSync(path.join(copy, 'contract/src/accounts/roles.ts'), 'utf8');
    expect(roles.match(/'intake\.read'/g)).toHaveLength(2);
    expect(roles.match(/'intake\.manage'/g)).toHaveLength(2);
    const sources = files.filter((f) => f.endsWith('.ts'));
    expect(run('oxfmt', sources).status).toBe(0);
    expect(run('tsc', ['-p', 'tsconfig.json', '--noEmit']).stdout).toBe(before);
  }, 120_000);

  test('a fault in what they make would be seen by the compiler', () => {
    const file = path.join(copy, 'server/src/modules/intake/reads.ts');
    const good = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(
      file,
      good
        .replace('version, created_at', 'version')
        .replace('createdAt: row.createdAt', 'created: row.createdAt'),
    );
    expect(run('tsc', ['-p', 'tsconfig.json', '--noEmit']).stdout).toContain('modules/intake/reads.ts');
    fs.writeFileSync(file, good);
  }, 120_000);

  test('nothing is overwritten, and what is wrong is said', () => {
    expect(() => make('module', 'intake', 'other')).toThrow(/already/);
    expect(() => make('module', 'In Take', 'x')).toThrow(/one small word/);
    expect(() => make('route', 'intake', 'accept')).toThrow(/verb and a noun/);
    expect(() => make('route', 'nowhere', 'acceptThing')).toThrow(/Make the module first/);
    expect(() => make('route', 'intake', 'acceptSafeHouse')).toThrow(/exists already/);
    expect(() => make('song', 'x')).toThrow(/Usage/);
    expect(() => make()).toThrow(/Usage/);
  });
});

describe('migration and decision', () => {
  test('they take the next number', () => {
    const highest = (folder: string) =>
      Math.max(...fs.readdirSync(path.join(copy, folder)).map((f) => Number(/^\d{4}/.exec(f)?.[0] ?? 0)));
    const [sql, adr] = [highest('server/migrations'), highest('docs/decisions')];
    const four = (n: number) => String(n).padStart(4, '0');
    expect(make('migration', 'add case notes')).toEqual([
      `server/migrations/${four(sql + 1)}_add_case_notes.sql`,
    ]);
    expect(make('adr', 'Names are', 'sealed')).toEqual([
      `docs/decisions/${four(adr + 1)}-names-are-sealed.md`,
    ]);
    const record = fs.readFileSync(
      path.join(copy, `docs/decisions/${four(adr + 1)}-names-are-sealed.md`),
      'utf8',
    );
    expect(record).toMatch(new RegExp(`^# ${adr + 1}\\. Names are sealed\n`));
    expect(() => make('adr', '…')).toThrow(/title/);
  });
});

test('names in every spelling', () => {
  expect(namesOf('intake', 'safe-house')).toMatchObject({
    Noun: 'SafeHouse',
    nouns: 'safeHouses',
    snake: 'safe_house',
  });
  expect(['agency', 'box', 'case', 'day'].map(plural)).toEqual(['agencies', 'boxes', 'cases', 'days']);
});
