import { targetInfo } from '@simpul/contract/clearing/columns';
import type { ColumnTarget } from '@simpul/contract/clearing/columns';
import { clean } from './text.ts';

/** Only the shape of a value, in signs that need no language: words become "•••", digits "#". */
const shape = (text: string): string =>
  text
    .replaceAll(/\p{L}+/gu, '•••')
    .replaceAll(/\d/g, '#')
    .slice(0, 24);

/** Serial numbers disappear; years stay: LP/B/••/VIII/2026. */
const maskCaseNo = (text: string): string =>
  text.replaceAll(/\d+/g, (digits) => (/^(?:19|20)\d\d$/.test(digits) ? digits : '••'));

/**
 * A value as a screen, an error or a stored problem may show it. Identity, and every column nobody has recognised,
 * shows only its shape.
 */
export function mask(target: ColumnTarget | null, value: string): string {
  const text = clean(value);
  if (text === '') return '';
  if (target === null || targetInfo[target].class >= 'P3') return shape(text);
  if (target === 'caseNo') return maskCaseNo(text);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
