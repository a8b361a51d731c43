import { Button } from '@mantine/core';
import {
  CloudOff,
  FileQuestionMark,
  Inbox,
  Lock,
  TriangleAlert,
  Unplug,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, Row } from './Layout.tsx';
import classes from './States.module.css';

interface StateProps {
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  act?: ReactNode;
  tone?: 'quiet' | 'wait' | 'late';
}

function State({ icon: Icon, title, children, act, tone = 'quiet' }: StateProps) {
  return (
    <div className={classes['state']} data-tone={tone}>
      <Icon size={28} strokeWidth={1.5} aria-hidden />
      <div>
        <p className={classes['title']}>{title}</p>
        {children && <div className={classes['text']}>{children}</div>}
        {act && <Row top>{act}</Row>}
      </div>
    </div>
  );
}

/** Nothing to show: says what is empty, why that may be, and what one can do. */
export function EmptyState({
  title,
  children,
  act,
  icon = Inbox,
}: {
  title: ReactNode;
  children?: ReactNode;
  act?: ReactNode;
  icon?: LucideIcon;
}) {
  return (
    <State icon={icon} title={title} act={act}>
      {children}
    </State>
  );
}

/** The server could not answer. `reference` is the number the administrator finds it by. */
export function ErrorState({
  reference,
  retry,
}: {
  reference?: string | undefined;
  retry?: (() => void) | undefined;
}) {
  const { t } = useTranslation('ui');
  return (
    <div role="alert">
      <State
        icon={TriangleAlert}
        tone="late"
        title={t('error.title')}
        act={retry && <Button onClick={retry}>{t('error.retry')}</Button>}
      >
        {t('error.text')}
        {reference && <span className={classes['reference']}>{t('error.reference', { reference })}</span>}
      </State>
    </div>
  );
}

export function OfflineState({ retry }: { retry?: (() => void) | undefined }) {
  const { t } = useTranslation('ui');
  return (
    <div role="alert">
      <State
        icon={CloudOff}
        tone="wait"
        title={t('offline.title')}
        act={retry && <Button onClick={retry}>{t('error.retry')}</Button>}
      >
        {t('offline.text')}
      </State>
    </div>
  );
}

/** Not this person's to do. Where existence itself is secret the not-found state is shown instead. */
export function RefusedState({ act }: { act?: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <State icon={Lock} title={t('refused.title')} act={act}>
      {t('refused.text')}
    </State>
  );
}

export function NotFoundState({ act }: { act?: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <State icon={FileQuestionMark} title={t('notFound.title')} act={act}>
      {t('notFound.text')}
    </State>
  );
}

/** One source is missing from what is shown: says which. */
export function PartialNote({ children, retry }: { children: ReactNode; retry?: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Panel tone="wait">
      <div className={classes['partial']} role="status">
        <Unplug size={20} aria-hidden />
        <span>{children}</span>
        {retry && (
          <Button size="sm" onClick={retry}>
            {t('error.retry')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

/** Rows of the height that is coming, so that nothing jumps. */
export function SkeletonRows({ rows = 5, label }: { rows?: number; label?: string }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-label={label ?? t('loading')} className={classes['skeleton']}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i}>
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
