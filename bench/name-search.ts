/**
 * What truncating the search tokens of names costs in finding and saves in leaking:
 * the figures of docs/decisions/0010-name-search-by-keyed-postings.md.
 * Needs ../shared/data/linkage/id_name_tokens.csv (counts of Indonesian name words; not in this repository).
 */
import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Benchmark } from './lib/benchmark.ts';
import { grams, nameWords, soundKeys, spellingKey } from '../server/src/platform/crypto/name-words.ts';

interface Word {
  text: string;
  count: number;
}
const source = path.join(import.meta.dirname, '../../shared/data/linkage/id_name_tokens.csv');

function readWords(): Word[] {
  const lines = fs.readFileSync(source, 'utf8').trim().split('\n').slice(1);
  return lines
    .map((line) => line.split(','))
    .map(([text = '', male, female]) => ({ text, count: Number(male) + Number(female) }))
    .filter((word) => word.text.length > 1);
}

/** Numerical Recipes' generator: the same people at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

/** People of one to four words, in the shares measured among 12,950 voters (30.4, 46.2, 19.4, 4 per cent). */
function createPeople(words: Word[], count: number, random: () => number): string[][] {
  const ends: number[] = [];
  let total = 0;
  for (const word of words) ends.push((total += word.count));
  const draw = () => {
    const at = random() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return words[low]?.text ?? '';
  };
  return Array.from({ length: count }, () => {
    const share = random();
    return Array.from({ length: share < 0.304 ? 1 : share < 0.766 ? 2 : share < 0.96 ? 3 : 4 }, draw);
  });
}

/** Fixed keys, so that the figures come out the same; luck differs from key to key, hence several. */
const keyNumber = (n: number): KeyObject => createSecretKey(createHash('sha256').update(`key ${n}`).digest());
const keyCount = 8;

const bucketOf = (key: KeyObject, kind: string, text: string, bits: number): number =>
  createHmac('sha256', key).update(`${kind}\0${text}`).digest().readUInt32BE(0) >>> (32 - bits);
const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

interface Leak {
  all: number;
  right: number;
  common: number;
  commonRight: number;
  alone: number;
}

/** Rank matching: the token that most people share is taken for the commonest word, and so on. */
function leakUnder(key: KeyObject, ranked: string[], people: string[][], bits: number): Leak {
  const buckets = new Map(ranked.map((word) => [word, bucketOf(key, 'spelling', word, bits)]));
  const shared = new Map<number, { people: number; words: Set<string> }>();
  for (const person of people) {
    for (const word of new Set(person)) {
      const bucket = buckets.get(word) ?? 0;
      const found = shared.get(bucket) ?? { people: 0, words: new Set<string>() };
      found.people += 1;
      found.words.add(word);
      shared.set(bucket, found);
    }
  }
  const guess = new Map(
    [...shared].sort(([, a], [, b]) => b.people - a.people).map(([bucket], rank) => [bucket, ranked[rank]]),
  );
  const common = new Set(ranked.slice(0, 20));
  const sums = { all: 0, right: 0, common: 0, commonRight: 0, alone: 0 };
  for (const word of people.flat()) {
    const bucket = buckets.get(word) ?? 0;
    const right = guess.get(bucket) === word ? 1 : 0;
    sums.all += 1;
    sums.right += right;
    if (common.has(word)) [sums.common, sums.commonRight] = [sums.common + 1, sums.commonRight + right];
    if (shared.get(bucket)?.words.size === 1) sums.alone += 1;
  }
  return sums;
}

function measureLeak(words: Word[], people: string[][], bits: number) {
  const ranked = words.toSorted((a, b) => b.count - a.count).map((word) => word.text);
  const leaks = Array.from({ length: keyCount }, (_, n) => leakUnder(keyNumber(n), ranked, people, bits));
  const sum = (pick: (leak: Leak) => number) => leaks.reduce((total, leak) => total + pick(leak), 0);
  return {
    people: people.length,
    bits,
    'right, all words': percent(
      sum((l) => l.right),
      sum((l) => l.all),
    ),
    'right, 20 commonest': percent(
      sum((l) => l.commonRight),
      sum((l) => l.common),
    ),
    'right, others': percent(
      sum((l) => l.right - l.commonRight),
      sum((l) => l.all - l.common),
    ),
    'alone in its token': percent(
      sum((l) => l.alone),
      sum((l) => l.all),
    ),
  };
}

/** One typing error, or the old spelling. */
function distort(name: string, random: () => number, old: boolean): string {
  if (old)
    return name
      .replace('U', 'OE')
      .replace('SY', 'SJ')
      .replace('C', 'TJ')
      .replace(/J(?!E)/, 'DJ');
  const at = 1 + Math.floor(random() * (name.length - 1));
  const kind = random();
  const [before, here, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
  if (here === ' ' || kind < 0.3) return before + after;
  if (kind < 0.6) return before + here + here + after;
  if (kind < 0.8) return before + after.slice(0, 1) + here + after.slice(1);
  return before + String.fromCharCode(65 + Math.floor(random() * 26)) + after;
}

function measureFinding(people: string[], random: () => number, [wordBits, gramBits]: [number, number]) {
  const key = keyNumber(0);
  const tokensOf = (name: string) => {
    const tokens = new Map<string, number>();
    const add = (kind: string, text: string, bits: number, weight: number) =>
      tokens.set(`${kind}${bucketOf(key, kind, text, bits)}`, weight);
    for (const word of nameWords(name)) {
      const spelled = spellingKey(word);
      const sounds = soundKeys(word);
      add('spelling', spelled, wordBits, 4);
      for (const sound of sounds) add('sound', sound, wordBits, 3);
      for (const gram of grams(sounds[0] ?? spelled)) add('gram', gram, gramBits, 1);
    }
    return tokens;
  };
  const index = new Map<string, number[]>();
  const post = (token: string, id: number) => {
    const ids = index.get(token);
    if (ids) ids.push(id);
    else index.set(token, [id]);
  };
  for (const [id, name] of people.entries()) {
    for (const token of tokensOf(name).keys()) post(token, id);
  }
  const searches = 1_000;
  const sums = { first: 0, ten: 0, fifty: 0, candidates: 0, rows: 0 };
  for (let n = 0; n < searches; n++) {
    const wanted = Math.floor(random() * people.length);
    const query = tokensOf(distort(people[wanted] ?? '', random, n % 3 === 0));
    const all = [...query.values()].reduce((a, b) => a + b, 0);
    const weights = new Map<number, number>();
    for (const [token, weight] of query) {
      for (const id of index.get(token) ?? []) {
        sums.rows += 1;
        weights.set(id, (weights.get(id) ?? 0) + weight);
      }
    }
    const mine = weights.get(wanted) ?? 0;
    const kept = [...weights.values()].filter((weight) => weight / all >= 0.25);
    const better = kept.filter((weight) => weight > mine).length;
    sums.candidates += kept.length;
    if (mine / all < 0.25) continue;
    if (better < 1) sums.first += 1;
    if (better < 10) sums.ten += 1;
    if (better < 50) sums.fifty += 1;
  }
  return {
    'bits word/run': `${wordBits}/${gramBits}`,
    'first or tied': percent(sums.first, searches),
    'among 10': percent(sums.ten, searches),
    'among 50': percent(sums.fifty, searches),
    candidates: Math.round(sums.candidates / searches),
    'posting rows': Math.round(sums.rows / searches),
  };
}

/** What truncation costs in finding: figures of three cuts; the whole tables are printed. */
export const nameSearch: Benchmark = {
  name: 'name-search',
  about: 'what cutting the search tokens of names short costs in finding and saves in leaking (decision 10)',
  run: async (say) => {
    if (!fs.existsSync(source)) {
      say('skipped: ../shared/data/linkage/id_name_tokens.csv is not here');
      return [];
    }
    const words = readWords();
    const random = createRandom(42);
    console.table(
      [2_000, 13_000, 200_000].flatMap((size) => {
        const people = createPeople(words, size, random);
        return [32, 16, 12, 10].map((bits) => measureLeak(words, people, bits));
      }),
    );
    const names = createPeople(words, 20_000, random).map((person) => person.join(' '));
    const cuts: [number, number][] = [
      [32, 32],
      [16, 12],
      [12, 12],
      [12, 10],
      [10, 10],
    ];
    const found = cuts.map((cut) => measureFinding(names, random, cut));
    console.table(found);
    const missed = (row: (typeof found)[number] | undefined) =>
      100 - Number.parseFloat(row?.['among 50'] ?? '0');
    return [
      {
        what: 'misspelled names not among the first 50, tokens cut to 12/10 bits',
        value: missed(found[3]),
        unit: '%',
        peer: { what: 'uncut tokens of 32 bits', value: missed(found[0]) },
      },
    ];
  },
};
