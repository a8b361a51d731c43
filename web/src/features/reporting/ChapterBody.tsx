import { Button } from '@mantine/core';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Row } from '../../ui/Layout.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { Blocks } from './Blocks.tsx';
import type { Chapter, PartKey, ReportView } from './queries.ts';
import classes from './Reporting.module.css';
import { WriteText } from './WriteText.tsx';

/** The part that is read, on its page. */
export function ChapterBody({ report, part }: { report: ReportView; part: PartKey }) {
  const chapter = report.chapters.find((c) => c.key === part);
  const annex = report.annexes.find((a) => a.key === part);
  const shown = chapter ?? annex;
  if (!shown) return null;
  return (
    <article className={classes['paper']}>
      <h2 lang="id">
        {shown.number} {shown.title}
      </h2>
      <Blocks blocks={shown.blocks} report={report} />
      {chapter && <Written report={report} chapter={chapter} />}
    </article>
  );
}

const paragraphsOf = (text: string) => text.split(/\n\s*\n/).filter((p) => p.trim() !== '');

/** The text people wrote, or what is missing and how to add it. */
function Written({ report, chapter }: { report: ReportView; chapter: Chapter }) {
  const { t } = useTranslation('reporting');
  const { ago } = useFormat();
  const [writing, setWriting] = useState(false);
  if (writing && chapter.textVersion !== null)
    return <WriteText report={report} chapter={chapter} onDone={() => setWriting(false)} />;
  const write = chapter.canWrite && (
    <Button leftSection={<PenLine size={18} aria-hidden />} onClick={() => setWriting(true)}>
      {t(chapter.text ? 'write.again' : 'write.act')}
    </Button>
  );
  if (!chapter.text)
    return chapter.status === 'empty' ? (
      <EmptyState title={t('chapter.empty')} act={write}>
        {t('chapter.emptyText')}
      </EmptyState>
    ) : (
      write && <Row top>{write}</Row>
    );
  return (
    <div className={classes['written']}>
      {paragraphsOf(chapter.text).map((p, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no name
        <p key={i}>{p}</p>
      ))}
      <p className={classes['source']}>
        {chapter.writtenBy && chapter.writtenAt
          ? t('chapter.written', { by: chapter.writtenBy, when: ago(chapter.writtenAt, new Date()) })
          : t('chapter.writtenFrozen')}
      </p>
      {write && <Row top>{write}</Row>}
    </div>
  );
}
