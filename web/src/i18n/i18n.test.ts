import fs from 'node:fs';
import path from 'node:path';
import { roles, systemRole } from '@simpul/contract/accounts/roles';
import { dutyKindCodes, dutyVerbs } from '@simpul/contract/duties/kinds';
import { problems } from '@simpul/contract/problem';
import { describe, expect, test } from 'vitest';
import { findLiteralText, findMissingKeys, keysOf, missingPlurals } from './check-texts.ts';

const here = import.meta.dirname;
const source = path.join(here, '..');
const namespaces = (language: string) =>
  fs
    .readdirSync(path.join(here, language))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
const read = (language: string, namespace: string): unknown =>
  JSON.parse(fs.readFileSync(path.join(here, language, `${namespace}.json`), 'utf8'));
const texts = Object.fromEntries(namespaces('id').map((ns) => [ns, new Set(keysOf(read('id', ns)))]));
const components = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|routeTree|^features.gallery/.test(file))
  .map((file) => ({ file, code: fs.readFileSync(path.join(source, file), 'utf8') }));

describe('both languages are complete', () => {
  test('the same namespaces', () => expect(namespaces('en')).toEqual(namespaces('id')));
  test.each(namespaces('id'))('%s has the same keys and no empty text', (ns) => {
    const id = read('id', ns);
    const en = read('en', ns);
    const base = (keys: string[]) => [...new Set(keys.map((key) => key.replace(/_(one|other)$/, '')))].sort();
    expect(base(keysOf(en))).toEqual(base(keysOf(id)));
    expect(missingPlurals(keysOf(en))).toEqual([]);
    expect(keysOf(id).filter((key) => key.endsWith('_one'))).toEqual([]);
    for (const one of [id, en]) expect(JSON.stringify(one)).not.toMatch(/:""/);
  });
  test('every code of the contract has its words', () => {
    expect([...roles, systemRole].map((r) => r.code).filter((code) => !texts['roles']?.has(code))).toEqual(
      [],
    );
    expect(Object.keys(problems).filter((code) => !texts['problem']?.has(code))).toEqual([]);
    expect(dutyKindCodes.filter((code) => !texts['duties']?.has(`kind.${code}.title`))).toEqual([]);
    expect(dutyVerbs.filter((verb) => !texts['duties']?.has(`verb.${verb}`))).toEqual([]);
  });
});

describe('texts stand in the language files only', () => {
  test('components are read at all', () => expect(components.length).toBeGreaterThan(40));
  test('no component carries words of its own', () => {
    const drawn = components.filter(({ file }) => file.endsWith('.tsx'));
    expect(drawn.flatMap(({ file, code }) => findLiteralText(code).map((hit) => `${file}: ${hit}`))).toEqual(
      [],
    );
  });
  test('every key in use exists', () => {
    expect(
      components.flatMap(({ file, code }) => findMissingKeys(code, texts).map((key) => `${file}: ${key}`)),
    ).toEqual([]);
  });
});

describe('the checks find what is planted', () => {
  test('words between tags, in attributes and in expressions', () => {
    expect(findLiteralText('<p>Simpan perubahan</p>')).toEqual(['Simpan perubahan']);
    expect(findLiteralText('<p>\n  {icon} Simpan\n</p>')).toEqual(['Simpan']);
    expect(findLiteralText('<Button aria-label="Tutup dialog" />')).toEqual(['aria-label="Tutup dialog"']);
    expect(findLiteralText("<Field label={'Nama lengkap'} />")).toEqual(['label="Nama lengkap"']);
    expect(findLiteralText('<b>{ok ? "Ya" : "Tidak"}</b>')).toEqual(['Ya', 'Tidak']);
  });
  test('and leaves code alone', () => {
    expect(
      findLiteralText(
        'const f = <T,>(a: Array<T>) => a.length > 0 && a.length < 5; <p className="x">{t("a")} · –</p>',
      ),
    ).toEqual([]);
  });
  test('a key that does not exist', () => {
    const known = { home: new Set(['title', 'count_other']), ui: new Set(['close']) };
    const code = "const { t } = useTranslation('home'); const { t: ui } = useTranslation('ui');";
    expect(findMissingKeys(`${code} t('title'); t('count', { count }); ui('close')`, known)).toEqual([]);
    expect(findMissingKeys(`${code} t('titel'); ui('title'); t(\`x.\${y}\`)`, known)).toEqual([
      'home:titel',
      'home:x.*',
      'ui:title',
    ]);
  });
  test('a language without its singular', () => {
    expect(missingPlurals(['a_other', 'b_one', 'b_other', 'c'])).toEqual(['a']);
  });
});
