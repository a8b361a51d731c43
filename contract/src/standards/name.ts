/**
 * Names for exact comparison: what is left when case, accents, titles, degrees and punctuation are gone. Spelling
 * variants are not folded here; that is the linkage engine's work.
 */
const titles = new Set(
  'H HJ HAJI HAJJAH DR DRS DRA DRG IR PROF KH KI NYAI TGK USTADZ USTAD USTADZAH SDR SDRI BPK BAPAK IBU TN NY NN NONA TUAN NYONYA AN ANAK MR MRS MS'.split(
    ' ',
  ),
);
const patronymics = new Set(['BIN', 'BINTI', 'BT', 'BINTE']);
const degrees = new Set(
  'SH SE SPD SPDI SSOS SKOM SKEP SKM SIP SAG SPSI SST ST MH MM MSI MPD MKES MAP MSC PHD AMD AMDKEB AMDKEP MKN'.split(
    ' ',
  ),
);
/** Plain ASCII, nearly every name, takes the cheap way. */
const withoutAccents = (name: string) =>
  /^[ -~]*$/.test(name)
    ? name.replaceAll(/['`]/g, '')
    : name.normalize('NFKD').replaceAll(/[\p{M}’'`]/gu, '');
const letters = (word: string) => word.replaceAll(/[^A-Z]/g, '');

/** `undefined` when nothing of a name is left, as with "-" or "NN". */
export function nameKey(name: string): string | undefined {
  const plain = withoutAccents(name).toUpperCase();
  const typed = (plain.split(',')[0] ?? '').split(/\s+/);
  while (typed.length > 1 && degrees.has(letters(typed.at(-1) ?? ''))) typed.pop();
  const words = typed
    .join(' ')
    .split(/[^A-Z]+/)
    .filter((word) => word !== '');
  while (words.length > 1 && titles.has(words[0] ?? '')) words.shift();
  // Half of the files leave the father's name out, so "SITI BINTI AHMAD" and "SITI" must compare as equal.
  const patronymic = words.findIndex((word, i) => i > 0 && patronymics.has(word));
  const key = (patronymic > 0 ? words.slice(0, patronymic) : words).join(' ');
  const bare = key.replaceAll(' ', '');
  return bare.length < 2 || bare === 'NN' || bare === 'ANONIM' ? undefined : key;
}

/** "SITI als INUL", "SITI alias INUL", "SITI @ INUL", "SITI (INUL)": the name and the other names. */
export function splitAliases(text: string): { name: string; aliases: string[] } {
  const [name, ...aliases] = text
    .normalize('NFKC')
    .replaceAll(/[()]/g, ' @ ')
    .split(/\s*(?:@|\b(?:alias|als|aka|a\.k\.a)\b\.?)\s*/i)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  return { name: name ?? '', aliases };
}

/** Initials such as "S.A." or "M B": too little to compare, enough to recognise in a file. */
export const isInitials = (text: string): boolean =>
  /^(?:[A-Za-z]{1,2}[.\s*]*){1,4}$/.test(text.trim()) && !/[A-Za-z]{3,}/.test(text);
