import { codeLists, type CodeList } from '@simpul/contract/standards/code-lists';
import { useTranslation } from 'react-i18next';
import { periodWords } from './use-clearing-problem.ts';

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Codes of clearing in the reader's language. */
export function useWords() {
  const { t, i18n } = useTranslation('clearing');
  const language = i18n.language === 'en' ? ('en' as const) : ('id' as const);
  return {
    language,
    none: t('none'),
    period: (code: string) => periodWords(code, t),
    /** As a heading or the name of a choice. */
    Period: (code: string) => upper(periodWords(code, t)),
    code: (list: CodeList, code: string | null | undefined) =>
      code === null || code === undefined ? t('none') : (codeLists[list].codes[code]?.[language] ?? code),
    /** Lowest and highest age a row allows. */
    age: (min: number | null | undefined, max: number | null | undefined) => {
      if (min === null || min === undefined) return t('none');
      if (max === null || max === undefined) return t('ageFrom', { min });
      return min === max ? String(min) : t('ageRange', { min, max });
    },
    child: (code: string) => t(`child.${code}`),
    role: (code: string) => t(`role.${code}`),
    upper,
  };
}
