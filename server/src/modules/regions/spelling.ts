/**
 * Names within a few typing errors of a text, out of all 91,000. pg_trgm took 145 ms for a common beginning such as
 * "suka" (measured), so the keys lie in memory, sorted, and are walked like a tree: what two neighbours share is
 * computed once, and a beginning that is already too far away is skipped with all that follow. 1-3 ms a search.
 */

export interface SpellingEntry {
  /** Two digits of the province. */
  province: string;
  key: string;
}
export interface SpellingIndex {
  entries: readonly SpellingEntry[];
  /** Characters an entry shares with the one before. */
  shared: Uint8Array;
  /** All keys, each after a line feed, to find words inside them. */
  text: string;
  starts: Int32Array;
}
export interface Near extends SpellingEntry {
  distance: number;
  /** The whole name, its beginning, or a word inside it. */
  part: 'whole' | 'prefix' | 'word';
}

const sharedLength = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n += 1;
  return n;
};

/** Entries must be sorted by key (code units). */
export function buildSpellingIndex(entries: readonly SpellingEntry[]): SpellingIndex {
  const shared = new Uint8Array(entries.length);
  const starts = new Int32Array(entries.length);
  let text = '';
  let previous = '';
  entries.forEach((e, i) => {
    shared[i] = Math.min(255, sharedLength(previous, e.key));
    starts[i] = text.length;
    text += `\n${e.key}`;
    previous = e.key;
  });
  return { entries, shared, starts, text };
}

/** How many errors a text of this length may hold: none up to 3 letters, one up to 7, two beyond. */
export const allowedErrors = (length: number): number => (length <= 3 ? 0 : length <= 7 ? 1 : 2);

const longest = 60;

/** Rows of the table of distances, one for each length of a key's beginning. */
interface Distances {
  typed: string;
  rows: readonly Uint8Array[];
  /** Least distance of the whole text to any beginning of the key up to this length. */
  best: Uint8Array;
}

function startDistances(typed: string): Distances {
  const rows = Array.from({ length: longest + 1 }, () => new Uint8Array(typed.length + 1));
  rows[0]?.set(Array.from({ length: typed.length + 1 }, (_, j) => j));
  const best = new Uint8Array(longest + 1);
  best[0] = typed.length;
  return { typed, rows, best };
}

/**
 * Fills row `d` (the first `d` characters of `key`) by optimal string alignment: insertion, deletion, substitution
 * and exchange of neighbours cost one each (Damerau 1964; Boytsov 2011 for the restricted form). Returns the row's
 * least value: no longer key can come closer.
 */
function fillRow(t: Distances, key: string, d: number): number {
  const { rows, typed, best } = t;
  const row = rows[d];
  const above = rows[d - 1];
  const two = d > 1 ? rows[d - 2] : undefined;
  if (!row || !above) throw new RangeError(`no row ${d}`);
  const c = key.charCodeAt(d - 1);
  const before = d > 1 ? key.charCodeAt(d - 2) : -1;
  row[0] = d;
  let least = d;
  for (let j = 1; j <= typed.length; j += 1) {
    const q = typed.charCodeAt(j - 1);
    let v = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (q === c ? 0 : 1));
    if (two && j > 1 && q === before && typed.charCodeAt(j - 2) === c) v = Math.min(v, (two[j - 2] ?? 0) + 1);
    row[j] = v;
    if (v < least) least = v;
  }
  best[d] = Math.min(best[d - 1] ?? 255, row[typed.length] ?? 255);
  return least;
}

interface NearOptions {
  limit?: number;
  province?: string;
  home?: string;
  exact?: boolean;
}

const order = { whole: 0, prefix: 1, word: 2 } as const;

/**
 * The closest entries, best first. `province` narrows to one province, `home` wins among equals; with `exact` no
 * error is forgiven.
 */
export function findNear(
  index: SpellingIndex,
  text: string,
  { limit = 40, province, home, exact = false }: NearOptions = {},
): Near[] {
  const typed = text.slice(0, longest - 2);
  const k = exact ? 0 : allowedErrors(typed.length);
  const found: Near[] = [];
  if (typed.length === 0) return found;
  const t = startDistances(typed);
  const reach = Math.min(longest, typed.length + k);
  let known = 0;
  // Length from which no beginning can come closer; entries that share it are not computed again.
  let dead = Infinity;
  index.entries.forEach((e, i) => {
    const shared = index.shared[i] ?? 0;
    if (shared < dead) {
      known = Math.min(known, shared);
      dead = Infinity;
      const upTo = Math.min(e.key.length, reach);
      while (known < upTo && dead === Infinity) {
        known += 1;
        if (fillRow(t, e.key, known) > k) dead = known;
      }
    }
    if (province !== undefined && e.province !== province) return;
    const whole =
      dead === Infinity && e.key.length <= known ? (t.rows[e.key.length]?.[typed.length] ?? 255) : 255;
    const prefix = t.best[Math.min(known, e.key.length)] ?? 255;
    if (whole <= k) found.push({ ...e, distance: whole, part: 'whole' });
    else if (prefix <= k) found.push({ ...e, distance: prefix, part: 'prefix' });
  });
  found.push(...wordsInside(index, typed, province));
  const away = (n: Near) => (home === undefined || n.province === home ? 0 : 1);
  return found
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        order[a.part] - order[b.part] ||
        away(a) - away(b) ||
        a.key.length - b.key.length ||
        (a.key < b.key ? -1 : 1),
    )
    .slice(0, limit);
}

/** Names in which a later word begins with the text, without errors: "seberang" in "tenggarong seberang". */
function wordsInside(index: SpellingIndex, typed: string, province: string | undefined): Near[] {
  const found: Near[] = [];
  if (typed.length < 3) return found;
  let at = index.text.indexOf(` ${typed}`);
  let last = -1;
  while (at >= 0 && found.length < 400) {
    const i = entryAt(index.starts, at);
    const e = index.entries[i];
    if (e && i !== last && (province === undefined || e.province === province))
      found.push({ ...e, distance: 0, part: 'word' });
    last = i;
    at = index.text.indexOf(` ${typed}`, at + 1);
  }
  return found;
}

/** The last entry that starts at or before `position`. */
function entryAt(starts: Int32Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
