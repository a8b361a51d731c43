import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newKey } from './keyring.ts';
import { grams, nameWords, soundKeys, spellingKey } from './name-words.ts';
import {
  nameTokens,
  rankCandidates,
  sharedWeight,
  tokenBits,
  tokenKey,
  tokenKind,
  tokenKinds,
} from './tokens.ts';

const key = tokenKey(newKey(), 'name');

describe('words of a name', () => {
  test.each([
    ['Hj. Siti  Aminah, S.Pd.', ['SITI', 'AMINAH']],
    ['HJ.SUKAINI', ['SUKAINI']],
    ["Ma'ruf", ['MARUF']],
    ['M U B I N', ['MUBIN']],
    ['R0BINGAH', ['ROBINGAH']],
    ['Abdul Rahman bin Yusuf', ['ABDUL', 'RAHMAN', 'YUSUF']],
    ['Mawar alias Melati', ['MAWAR', 'MELATI']],
    ['Moch. Ridwan', ['MUHAMMAD', 'RIDWAN']],
    ['MOHAMAD', ['MUHAMMAD']],
    ['Muhamad', ['MUHAMMAD']],
    ['Mochammad', ['MUHAMMAD']],
    ['Muhtar', ['MUHTAR']],
    ['Désirée', ['DESIREE']],
    ['H.', ['H']],
    ['Raden', ['RADEN']],
    ['', []],
    ['123', []],
  ])('%s', (name, words) => expect(nameWords(name)).toEqual(words));

  test.each([
    ['SOEKARNO', 'SUKARNO'],
    ['DJOKO', 'JOKO'],
    ['TJAHJO', 'CAHYO'],
    ['JOESOEF', 'YUSUF'],
    ['SJAHRIR', 'SYAHRIR'],
    ['NJOTO', 'NYOTO'],
    ['ACHMAD', 'AKHMAD'],
    ['JOKO', 'JOKO'],
  ])('%s is %s in today’s spelling', (word, modern) => expect(spellingKey(word)).toBe(modern));

  test.each([
    ['SYARIFUDDIN', 'SARIPUDIN'],
    ['KHADIJAH', 'HADIJA'],
    ['AHMAD', 'AKHMAT'],
    ['ZAINAL', 'JAENAL'],
    ['YUSUF', 'JUSUF'],
    ['FITRIYAH', 'PITRIAH'],
    ['THOHIR', 'TOHIR'],
    ['NURROCHMAH', 'NUROHMA'],
    ['DZULKIFLI', 'ZULKIFLI'],
  ])('%s and %s sound alike', (one, two) => {
    const shared = soundKeys(one).filter((sound) => soundKeys(two).includes(sound));
    expect(shared).not.toEqual([]);
  });

  test.each([
    ['SUTRISNO', 'SUTRISNA'],
    ['SETIAWAN', 'SETIAWATI'],
    ['ANI', 'ANA'],
  ])('%s and %s are two people', (one, two) => {
    expect(soundKeys(one).filter((sound) => soundKeys(two).includes(sound))).toEqual([]);
  });

  test('runs of three letters', () => {
    expect(grams('MELATI')).toEqual(['MEL', 'ELA', 'LAT', 'ATI']);
    expect(grams('AN')).toEqual(['AN']);
  });
});

describe('tokens', () => {
  test('are sorted, single, within their bits and of three kinds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const tokens = nameTokens(key, name);
        expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
        for (const token of tokens) {
          const kind = tokenKind(token);
          expect(token - (tokenKinds.indexOf(kind) << 12)).toBeLessThan(2 ** tokenBits[kind]);
          expect(token).toBeLessThan(32_768);
        }
      }),
    );
  });

  test('do not depend on order, case, titles or spelling reform', () => {
    expect(nameTokens(key, 'Soekarno Djojo')).toEqual(nameTokens(key, 'H. JOYO sukarno'));
    expect(nameTokens(key, 'Mawar', 'Melati')).toEqual(nameTokens(key, 'Melati alias Mawar'));
  });

  test('of two columns or two tenants are unrelated', () => {
    const tenant = newKey();
    const name = tokenKey(tenant, 'name');
    const alias = tokenKey(tenant, 'alias');
    expect(nameTokens(name, 'Melati Kusuma')).not.toEqual(nameTokens(alias, 'Melati Kusuma'));
    expect(nameTokens(name, 'Melati')).not.toEqual(nameTokens(tokenKey(newKey(), 'name'), 'Melati'));
    expect(tokenKey(tenant, 'name').equals(name)).toBe(true);
  });

  test('rank the misspelt name first and leave strangers out', () => {
    const people = {
      a: 'Syarifuddin Achmad',
      b: 'Syamsuddin',
      c: 'Melati Kusumawardani',
      d: 'Ahmad Sarifudin',
      e: 'Ahmad Subagyo',
    };
    const postings = Object.entries(people).flatMap(([id, name]) =>
      nameTokens(key, name).map((token) => ({ id, token })),
    );
    const query = nameTokens(key, 'Saripudin Akhmad');
    const ranked = rankCandidates(query, postings);
    expect(
      ranked
        .slice(0, 2)
        .map((r) => r.id)
        .sort(),
    ).toEqual(['a', 'd']);
    expect(ranked.some((r) => r.id === 'c')).toBe(false);
    expect(rankCandidates(query, postings, { limit: 1 })).toHaveLength(1);
    expect(sharedWeight(query, new Set(query))).toBe(1);
    expect(sharedWeight([], new Set())).toBe(0);
  });
});
