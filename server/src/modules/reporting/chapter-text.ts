import type { FieldProblem } from '../../platform/errors.ts';

/** Paragraphs are parted by empty lines. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '');

/** Digits that are more than a year, a number of a rule or a date: they are nobody's figure. */
export const hasOwnNumbers = (text: string): boolean =>
  /\d/.test(
    text.replaceAll(/\b(19|20)\d{2}\b/g, '').replaceAll(/\b(nomor|pasal|bab|tabel|ayat)\s+[\dIVX/.]+/gi, ''),
  );

/** A report names no person; a NIK in a text is one beyond doubt (domain.md 3.24-4). */
export function textProblems(text: string): FieldProblem[] {
  const nik = /(?<!\d)\d{16}(?!\d)/.test(text.replaceAll(/(?<=\d)[ .-](?=\d)/g, ''));
  return nik
    ? [
        {
          path: 'text',
          code: 'personal_data',
          message: 'The text holds a 16-digit number like a NIK. Reports name no person: take it out.',
        },
      ]
    : [];
}
