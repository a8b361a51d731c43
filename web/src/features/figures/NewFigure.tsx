import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { emptyEntry, entryOf } from './entry.ts';
import { EntryForm } from './EntryForm.tsx';
import { figureQuery } from './queries.ts';
import { useWords } from './use-words.ts';

/** Enters what somebody else published, or puts another figure in the place of one. */
export function NewFigure({ replaces, today }: { replaces: string | undefined; today: string }) {
  const { t } = useTranslation('figures');
  const { tenant } = useMe();
  const crumbs = [
    <Link key="all" to="/angka">
      {t('series.title')}
    </Link>,
    <Link key="published" to="/angka/terpublikasi">
      {t('published.title')}
    </Link>,
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t(replaces ? 'enter.replaceTitle' : 'enter.title')}
        sub={t('enter.sub')}
      />
      {replaces ? (
        <Replacing id={replaces} today={today} />
      ) : (
        <EntryForm start={emptyEntry(tenant.code)} today={today} />
      )}
    </>
  );
}

function Replacing({ id, today }: { id: string; today: string }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { data, error, refetch } = useQuery(figureQuery(id));
  if (error) return <ProblemStates error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  return (
    <>
      <p>{t('enter.replaces', { title: words.title(data), value: words.value(data) })}</p>
      <EntryForm start={entryOf(data)} replaces={id} today={today} />
    </>
  );
}
