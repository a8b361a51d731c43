/** A piece of text and whether the other side has something else there. */
export interface Part {
  text: string;
  differs: boolean;
}

/**
 * Marks in `b` what differs from `a`, word by word. Texts of different length differ as a whole: marking half a sentence
 * would point at the wrong place.
 */
export function differingParts(a: string, b: string): Part[] {
  if (a === b) return [{ text: b, differs: false }];
  const [x, y] = [a.split(' '), b.split(' ')];
  if (x.length !== y.length || y.every((word, i) => word !== x[i])) return [{ text: b, differs: true }];
  const parts: Part[] = [];
  for (const [i, word] of y.entries()) {
    const differs = word !== x[i];
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += ` ${word}`;
    else parts.push({ text: i === 0 ? word : ` ${word}`, differs });
  }
  return parts;
}

/** A shape as the server writes it: `2w13l`, `16d`, `ymd`. */
export type Shape =
  | { kind: 'words'; words: number; letters: number }
  | { kind: 'signs'; signs: number }
  | { kind: 'date'; precision: 'y' | 'ym' | 'ymd' };

export function readShape(shape: string): Shape | undefined {
  const words = /^(\d+)w(\d+)l$/.exec(shape);
  if (words) return { kind: 'words', words: Number(words[1]), letters: Number(words[2]) };
  const signs = /^(\d+)d$/.exec(shape);
  if (signs) return { kind: 'signs', signs: Number(signs[1]) };
  return shape === 'y' || shape === 'ym' || shape === 'ymd' ? { kind: 'date', precision: shape } : undefined;
}

interface Compared {
  field: string;
  agreement: 'equal' | 'close' | 'different' | 'missing';
  a: string | null;
  b: string | null;
}

/** What the page says of a field; `apart` where a comparison would mean nothing. */
export type Said = Compared['agreement'] | 'apart';

/**
 * The fields worth showing. Those neither row has say nothing; numbers of two agencies' own files always differ, which
 * speaks neither for nor against.
 */
export const compared = <C extends Compared>(
  pattern: readonly C[],
  sameAgency: boolean,
): (Omit<C, 'agreement'> & { agreement: Said })[] =>
  pattern
    .filter((p) => p.a !== null || p.b !== null)
    .map((p) => (p.field === 'caseNo' && !sameAgency ? { ...p, agreement: 'apart' } : p));

export function countAgreements(pattern: readonly Compared[], sameAgency: boolean) {
  const of = (agreement: Said) =>
    compared(pattern, sameAgency).filter((p) => p.agreement === agreement).length;
  return { equal: of('equal'), unequal: of('close') + of('different'), missing: of('missing') };
}

interface Numbered {
  id: string;
  number: number;
}
/** The pair to look at after `from`: the next in order, else the first again. */
export function nextPair<P extends Numbered>(
  open: readonly P[],
  from: Numbered | undefined,
  step: 1 | -1 = 1,
): P | undefined {
  const others = open.filter((p) => p.id !== from?.id).toSorted((a, b) => (a.number - b.number) * step);
  if (!from) return others[0];
  return others.find((p) => (p.number - from.number) * step > 0) ?? others[0];
}
