import type { Language } from '@simpul/contract/standards/code-lists';
import type { CheckedRow } from './check-rows.ts';
import { problemMessage } from '@simpul/contract/clearing/problem-messages';

const headings = {
  id: ['Baris di berkas asal', 'Masalah', 'Cara memperbaiki'],
  en: ['Row', 'Problem', 'How to mend'],
} as const;

/**
 * The file as it came, for the CSV and XLSX writers: first the rows that need work, with what is wrong and how to mend
 * it, then the good ones, so that the file that comes back is whole. `read` checks the rows anew at each call. The
 * added columns are passed over when the file comes back. It holds identity in clear and goes to the agency whose
 * rows they are, to nobody else.
 */
export async function* correctedFile(
  fileHeadings: readonly string[],
  read: () => AsyncIterable<CheckedRow> | Iterable<CheckedRow>,
  language: Language,
): AsyncGenerator<string[], void, void> {
  const [row, problem, mend] = headings[language];
  const width = fileHeadings.length;
  const cells = (checked: CheckedRow) => Array.from({ length: width }, (_, i) => checked.cells[i] ?? '');
  yield [...fileHeadings, row, problem, mend];
  for await (const checked of read()) {
    if (checked.status !== 'problem' && checked.status !== 'duplicate') continue;
    const messages = checked.problems.map((p) => ({ at: p.column, ...problemMessage(p, language) }));
    const where = (at: string | null) => (at === null ? '' : `${at}: `);
    yield [
      ...cells(checked),
      String(checked.row),
      messages.map((m) => `${where(m.at)}${m.title}. ${m.what}`).join('\n'),
      messages.map((m) => m.mend).join('\n'),
    ];
  }
  for await (const checked of read())
    if (checked.status === 'ready') yield [...cells(checked), String(checked.row), '', ''];
}
