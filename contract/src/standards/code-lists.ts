import { z } from 'zod';
import { codeListData } from './code-lists.data.ts';
import { preferred, spellings } from './spellings.ts';

export { codeListsVersion } from './code-lists.data.ts';

export type CodeList = keyof typeof codeListData;
export type CodeOf<L extends CodeList> = Extract<keyof (typeof codeListData)[L]['codes'], string>;
/** `own` is no scheme: our codes, labels and the spellings met in Indonesian files. */
export const schemes = [
  'own',
  'simfoni',
  'polri',
  'kemensos',
  'pppa',
  'htcds',
  'ctdc',
  'sdg',
  'iccs',
] as const;
export type Scheme = (typeof schemes)[number];
export type Language = 'id' | 'en';

interface CodeEntry {
  readonly id: string;
  readonly en: string;
  readonly as?: Readonly<Record<string, readonly string[]>>;
}
interface CodeListEntry {
  readonly id: string;
  readonly en: string;
  readonly multi: boolean;
  readonly codes: Readonly<Record<string, CodeEntry>>;
}
/** All lists: code, label in both languages, and the word each scheme has for it (`~` marks an approximate one). */
export const codeLists: Readonly<Record<CodeList, CodeListEntry>> = codeListData;

export const codesOf = <L extends CodeList>(list: L): readonly CodeOf<L>[] =>
  Object.keys(codeLists[list].codes) as CodeOf<L>[];

/** A zod enum of the codes of a list. */
export const code = <L extends CodeList>(list: L) => z.enum(codesOf(list) as [CodeOf<L>, ...CodeOf<L>[]]);

export const labelOf = <L extends CodeList>(list: L, of: CodeOf<L>, language: Language): string =>
  codeLists[list].codes[of]?.[language] ?? of;

/** What two spellings must share to be the same word: letters and digits, without case, blanks or accents. */
export const spellingKey = (text: string): string =>
  // Plain ASCII, nearly every cell, takes the cheap way.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '');

interface Words {
  exact: Map<string, Set<string>>;
  approximate: Map<string, Set<string>>;
}
const cache = new Map<string, Words>();

function add(to: Map<string, Set<string>>, text: string, of: string) {
  const key = spellingKey(text);
  if (!key) return;
  const set = to.get(key);
  if (set) set.add(of);
  else to.set(key, new Set([of]));
}

function wordsOf(list: CodeList, scheme: Scheme): Words {
  const name = `${list} ${scheme}`;
  const known = cache.get(name);
  if (known) return known;
  const words: Words = { exact: new Map(), approximate: new Map() };
  for (const [of, entry] of Object.entries(codeLists[list].codes)) {
    if (scheme === 'own') {
      for (const text of [of, entry.id, entry.en, ...(spellings[list]?.[of] ?? [])])
        add(words.exact, text, of);
      continue;
    }
    for (const text of entry.as?.[scheme] ?? [])
      if (text.startsWith('~')) add(words.approximate, text.slice(1), of);
      else add(words.exact, text, of);
  }
  for (const [text, of] of Object.entries(preferred[scheme]?.[list] ?? {}))
    words.exact.set(spellingKey(text), new Set([of]));
  cache.set(name, words);
  return words;
}

const only = (codes: Set<string> | undefined): string | undefined => {
  if (codes?.size !== 1) return undefined;
  const [first] = codes;
  return first;
};

/**
 * The code a text stands for in a scheme, else among our own words. A text that fits several codes is never guessed:
 * an exact relation wins over an approximate one, and where several remain the answer is undefined.
 */
export function translate<L extends CodeList>(list: L, scheme: Scheme, text: string): CodeOf<L> | undefined {
  const key = spellingKey(text);
  if (!key) return undefined;
  for (const s of scheme === 'own' ? (['own'] as const) : ([scheme, 'own'] as const)) {
    const words = wordsOf(list, s);
    const exact = words.exact.get(key);
    const found = exact ? only(exact) : only(words.approximate.get(key));
    if (found) return found as CodeOf<L>;
    if (exact) return undefined;
  }
  return undefined;
}

/** The word a scheme has for a code; `null` where it has none, which an export reports instead of guessing. */
export function toScheme<L extends CodeList>(
  list: L,
  of: CodeOf<L>,
  scheme: Exclude<Scheme, 'own'>,
): string | null {
  const words = codeLists[list].codes[of]?.as?.[scheme] ?? [];
  const best = words.find((w) => !w.startsWith('~')) ?? words[0];
  return best === undefined ? null : best.replace(/^~/, '');
}
