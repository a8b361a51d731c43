import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.tsx';
import { useSmall } from '../../ui/use-media.ts';
import { useSearchState } from '../../ui/use-search-state.ts';
import type { Chapter, PartKey, ReportView } from './queries.ts';
import classes from './Reporting.module.css';

function ChapterStatus({ status }: { status: Chapter['status'] }) {
  const { t } = useTranslation('reporting');
  const icon = status === 'empty' ? CircleDashed : status === 'text' ? PenLine : CircleCheck;
  return (
    <Status kind={status === 'empty' ? 'mut' : 'ok'} icon={icon}>
      {t(`chapterStatus.${status}`)}
    </Status>
  );
}

/** The parts in their order, each with what fills it; one choice on small screens. */
export function ChapterList(props: ChapterListProps) {
  const narrow = useSmall();
  return narrow ? <ChapterChoice {...props} /> : <ChapterLinks {...props} />;
}

interface ChapterListProps {
  report: ReportView;
  part: PartKey;
}

function ChapterChoice({ report, part }: ChapterListProps) {
  const { t } = useTranslation('reporting');
  const { set } = useSearchState();
  const named = (p: { key: string; number: string; title: string }, status?: string) => ({
    value: p.key,
    label: `${p.number} ${p.title}${status ? ` (${status})` : ''}`.trim(),
  });
  return (
    <NativeSelect
      data-print="no"
      label={t('report.parts')}
      value={part}
      onChange={(e) => set({ bab: e.currentTarget.value, angka: undefined })}
      data={[
        ...report.chapters.map((c) => named(c, t(`chapterStatus.${c.status}`))),
        ...report.annexes.map((a) => named({ ...a, number: `${t('report.annex')} ${a.number}` })),
      ]}
    />
  );
}

function ChapterLinks({ report, part }: ChapterListProps) {
  const { t } = useTranslation('reporting');
  const line = (key: PartKey, number: string, title: string, status?: Chapter['status']) => (
    <li key={key}>
      <Link
        to="/laporan/$id"
        params={{ id: report.id }}
        search={{ bab: key }}
        resetScroll={false}
        aria-current={part === key ? 'page' : undefined}
      >
        <span className={classes['number']}>{number}</span>
        <span>{title}</span>
        {status && <ChapterStatus status={status} />}
      </Link>
    </li>
  );
  return (
    <nav className={classes['chapters']} aria-label={t('report.parts')} data-print="no">
      <h2>{t('report.parts')}</h2>
      <ol>{report.chapters.map((c) => line(c.key, c.number, c.title, c.status))}</ol>
      <h2>{t('report.annexes')}</h2>
      <ol>{report.annexes.map((a) => line(a.key, a.number, a.title))}</ol>
    </nav>
  );
}
