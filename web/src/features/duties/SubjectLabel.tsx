import type { Deadline } from '@simpul/contract/duties/deadline';
import { Code } from '../../ui/Code.tsx';
import { useWords } from './use-words.ts';

/** "TPPO/64.72/2026/0131 · Cempaka": the number in its own face; periods in words. */
export function SubjectLabel({ subject }: { subject: Deadline['subject'] }) {
  const words = useWords().subject(subject);
  if (subject.kind === 'period') return <>{words}</>;
  const [first = '', ...rest] = words.split(' · ');
  const isCode = /\d/.test(first) && !/\s/.test(first);
  return (
    <>
      {isCode ? <Code>{first}</Code> : first}
      {rest.length > 0 && ` · ${rest.join(' · ')}`}
    </>
  );
}
