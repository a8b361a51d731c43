import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeLists, codesOf, labelOf, schemes, spellingKey, toScheme, translate } from './code-lists.ts';
import type { CodeList, CodeOf } from './code-lists.ts';
import { preferred, spellings } from './spellings.ts';

const lists = Object.keys(codeLists) as CodeList[];
const shared = new URL('../../../../shared/data/standards/', import.meta.url);

describe('the lists', () => {
  test('every code has a label in both languages', () => {
    for (const list of lists)
      for (const code of codesOf(list)) {
        expect(labelOf(list, code, 'id').trim(), `${list}.${code}`).not.toBe('');
        expect(labelOf(list, code, 'en').trim(), `${list}.${code}`).not.toBe('');
      }
    expect(lists.length).toBeGreaterThan(30);
  });

  test('own spellings and preferences name codes that exist', () => {
    for (const [list, codes] of Object.entries(spellings))
      for (const code of Object.keys(codes))
        expect(codeLists[list as CodeList].codes, `${list}.${code}`).toHaveProperty(code);
    for (const byList of Object.values(preferred))
      for (const [list, words] of Object.entries(byList ?? {}))
        for (const code of Object.values(words))
          expect(codeLists[list as CodeList].codes).toHaveProperty(code);
  });

  test('no own spelling means two codes', () => {
    for (const list of lists)
      for (const code of codesOf(list))
        for (const text of [
          code,
          labelOf(list, code, 'id'),
          labelOf(list, code, 'en'),
          ...(spellings[list]?.[code] ?? []),
        ])
          expect(translate(list, 'own', text), `${list}: "${text}"`).toBe(code);
  });
});

describe('translate', () => {
  test.each([
    ['sex', 'own', 'P', 'female'],
    ['sex', 'own', 'laki - LAKI', 'male'],
    ['sex', 'htcds', 'Feminine ', 'female'],
    ['sex', 'ctdc', 'Woman', 'female'],
    ['exploitation_type', 'simfoni', 'Perbudakan', 'slavery_like'],
    ['exploitation_type', 'htcds', 'Sexual exploitation ', 'sexual'],
    ['exploitation_type', 'polri', 'psk', 'sexual'],
    ['exploitation_type', 'kemensos', 'penindasan', 'extortion_oppression'],
    ['intake_channel', 'kemensos', 'Penjangkauan kasus', 'outreach'],
    ['legal_stage', 'polri', 'P-21', 'file_complete'],
    ['legal_stage', 'own', 'Tahap II', 'prosecution'],
    ['victim_status', 'htcds', 'Possible victim of trafficking', 'presumed'],
    ['service_type', 'simfoni', 'Réhabilitasi   Sosial', 'social_rehab'],
    ['movement', 'own', 'Antar Provinsi', 'internal_interprovince'],
  ] as const)('%s, %s: "%s" is %s', (list, scheme, text, code) => {
    expect(translate(list, scheme, text)).toBe(code);
  });

  test('what fits several codes, or none, is never guessed', () => {
    expect(translate('marital_status', 'simfoni', 'Duda/Janda')).toBeUndefined();
    expect(translate('exploitation_type', 'polri', 'eksploitasi anak')).toBeUndefined();
    expect(translate('movement', 'own', 'lintas negara')).toBeUndefined();
    expect(
      translate('exploitation_type', 'kemensos', 'Pemanfaatan fisik, seksual, dan organ reproduksi'),
    ).toBeUndefined();
    expect(translate('sex', 'own', 'x')).toBeUndefined();
    expect(translate('sex', 'own', '  ')).toBeUndefined();
  });

  test('case, blanks, accents and no-break spaces do not matter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lists),
        fc.nat(),
        fc.constantFrom(' ', '\u00a0', '  ', '\t'),
        (list, n, blank) => {
          const codes = codesOf(list);
          const code = codes[n % codes.length];
          if (code === undefined) return;
          const text = labelOf(list, code, 'id').toUpperCase().replaceAll(' ', blank);
          expect(translate(list, 'own', `${blank}${text}${blank}`)).toBe(code);
        },
      ),
    );
  });

  test('a word of a scheme that has one code comes back to it', () => {
    for (const list of lists)
      for (const scheme of schemes) {
        if (scheme === 'own') continue;
        const seen = new Map<string, string[]>();
        for (const code of codesOf(list))
          for (const word of codeLists[list].codes[code]?.as?.[scheme] ?? [])
            seen.set(spellingKey(word), [...(seen.get(spellingKey(word)) ?? []), code]);
        for (const code of codesOf(list)) {
          const word = toScheme(list, code, scheme);
          const decided = Object.keys(preferred[scheme]?.[list] ?? {}).map(spellingKey);
          const single =
            word !== null &&
            !decided.includes(spellingKey(word)) &&
            seen.get(spellingKey(word))?.length === 1;
          expect(single ? translate(list, scheme, word) : code, `${list}.${code} ${scheme}`).toBe(code);
        }
      }
  });
});

const vectors = new URL('vectors-export-simfoni.json', shared);
test.skipIf(!existsSync(vectors))('export to Simfoni: shared vectors', () => {
  const { vectors: all } = JSON.parse(readFileSync(vectors, 'utf8')) as {
    vectors: { list: CodeList; code: CodeOf<CodeList>; simfoni: string | null }[];
  };
  expect(all.length).toBeGreaterThan(10);
  for (const v of all) expect(toScheme(v.list, v.code, 'simfoni'), `${v.list}.${v.code}`).toBe(v.simfoni);
});
