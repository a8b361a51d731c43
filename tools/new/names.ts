/** Every spelling of a name a generator needs. */
export interface Names {
  /** `intake` */
  module: string;
  /** `safeHouse` */
  noun: string;
  /** `SafeHouse` */
  Noun: string;
  /** `safeHouses` */
  nouns: string;
  /** `SafeHouses` */
  Nouns: string;
  /** `safe-house` */
  kebab: string;
  /** `safe-houses` */
  kebabs: string;
  /** `safe_house` */
  snake: string;
  /** `safe house` */
  words: string;
}

export const plural = (word: string): string => {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
};
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const camel = (kebab: string) => kebab.replaceAll(/-(\w)/g, (_, c: string) => c.toUpperCase());

export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

export class GeneratorError extends Error {}

export function namesOf(module: string, noun: string): Names {
  if (!/^[a-z]+$/.test(module))
    throw new GeneratorError(`A module is one small word, such as intake; got "${module}".`);
  if (!/^[a-z]+(-[a-z]+)*$/.test(noun))
    throw new GeneratorError(`A noun is small words joined by hyphens, such as safe-house; got "${noun}".`);
  const one = camel(noun);
  const kebabs = plural(noun);
  const many = camel(kebabs);
  return {
    module,
    noun: one,
    Noun: capital(one),
    nouns: many,
    Nouns: capital(many),
    kebab: noun,
    kebabs,
    snake: noun.replaceAll('-', '_'),
    words: noun.replaceAll('-', ' '),
  };
}
