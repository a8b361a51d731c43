export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Byte order mark first, then the NUL pattern of UTF-16, then valid UTF-8, else what old Excel writes. */
export function detectEncoding(sample: Uint8Array, whole: boolean): TextEncodingName {
  const [a, b] = sample;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(sample.length, 2000);
  for (let i = 0; i < looked; i += 1) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked * 0.2 && even < looked * 0.05) return 'utf-16le';
  if (even > looked * 0.2 && odd < looked * 0.05) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !whole });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The sample as text; a character cut at its end is left out. */
export const decodeText = (sample: Uint8Array, encoding: TextEncodingName): string =>
  new TextDecoder(encoding).decode(sample, { stream: true });

/** The delimiter that gives most rows the same number of columns, and more than one. Comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const hint = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  const hinted = delimiters.find((d) => d === hint);
  if (hinted) return hinted;
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const widths = recordWidths(text, delimiter, 50);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const [width, times] of counts) {
      if (width < 2) continue;
      const score = (times / widths.length) * 100 + Math.min(width, 60) / 10;
      if (score > bestScore) [best, bestScore] = [delimiter, score];
    }
  }
  return best;
}

/** Columns of the first records that hold something; delimiters and line ends inside quotes do not count. */
function recordWidths(text: string, delimiter: string, most: number): number[] {
  const widths: number[] = [];
  let width = 1;
  let quoted = false;
  let filled = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '\n') {
      if (filled && widths.push(width) >= most) return widths;
      [width, filled] = [1, false];
    } else if (char === delimiter) width += 1;
    if (char.trim() !== '' && char !== delimiter) filled = true;
  }
  if (filled) widths.push(width);
  return widths;
}
