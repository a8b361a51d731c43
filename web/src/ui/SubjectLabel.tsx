import { useTranslation } from 'react-i18next';
import { Code } from './Code.tsx';
import { useFormat } from './FormatProvider.tsx';
import { periodWords } from './period.ts';

interface SubjectLabelProps {
  /** `kind` period: its id is `2026`, `2026-Q4` or `2026-11` and is said in words. */
  subject: { kind: string; id: string; label: string };
}

/** "TPPO/64.72/2026/0131 · Cempaka": the number in its own face; periods in words. */
export function SubjectLabel({ subject }: SubjectLabelProps) {
  const { t } = useTranslation('ui');
  const { date } = useFormat();
  const period = subject.kind === 'period' ? periodWords(subject.id) : undefined;
  if (period) return <>{'month' in period ? date(period.month, 'month') : t(period.key, period.values)}</>;
  const [first = '', ...rest] = subject.label.split(' · ');
  const isCode = /\d/.test(first) && !/\s/.test(first);
  return (
    <>
      {isCode ? <Code>{first}</Code> : first}
      {rest.length > 0 && ` · ${rest.join(' · ')}`}
    </>
  );
}
