import type { Language } from '../standards/code-lists.ts';
import type { FileProblem, Mend, RowProblem } from './row.ts';
import { targetInfo, type ColumnTarget } from './targets.ts';
import { fileTextsEn, mendTextsEn, rowTextsEn } from './problem-texts-en.ts';
import { fileTextsId, mendTextsId, rowTextsId } from './problem-texts-id.ts';

const rowTexts = { id: rowTextsId, en: rowTextsEn };
const fileTexts = { id: fileTextsId, en: fileTextsEn };
const mendTexts = { id: mendTextsId, en: mendTextsEn };
const fitsLabels: Readonly<Record<string, string>> = { bps: 'BPS', kemendagri: 'Kemendagri' };

type Params = Readonly<Record<string, string | number | undefined>>;

/** `{x}` is a parameter; `[x:text]` stands only with it, `[!x:text]` only without. */
export function fill(template: string, params: Params): string {
  return template
    .replaceAll(/\[(!?)(\w+):([^\]]*)\]/g, (_, not: string, name: string, text: string) =>
      (params[name] === undefined) === (not === '!') ? text : '',
    )
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'))
    .trim();
}

const fieldName = (field: ColumnTarget | null, language: Language) =>
  field === null ? '' : targetInfo[field][language];

export interface ProblemMessage {
  title: string;
  what: string;
  mend: string;
}

/** A row's problem in words: the cause, what is wrong here, and how to mend it. */
export function problemMessage(
  problem: Pick<RowProblem, 'code' | 'field' | 'value' | 'params'>,
  language: Language,
): ProblemMessage {
  const [title, what, mend] = rowTexts[language][problem.code];
  const fits = problem.params['fits'];
  const params: Params = {
    ...problem.params,
    field: fieldName(problem.field, language),
    value: problem.value ?? undefined,
    ...(fits === undefined ? {} : { fitsLabel: fitsLabels[fits] }),
  };
  return { title: fill(title, params), what: fill(what, params), mend: fill(mend, params) };
}

export function fileProblemMessage(problem: FileProblem, language: Language): { what: string; mend: string } {
  const [what, mend] = fileTexts[language][problem.code];
  const params = { ...problem.params, field: fieldName(problem.field, language) };
  return { what: fill(what, params), mend: fill(mend, params) };
}

export const mendLabel = (mend: Mend, language: Language): string => mendTexts[language][mend];
