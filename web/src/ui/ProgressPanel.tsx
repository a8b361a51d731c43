import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SplitBar, type BarPart } from './Bar.tsx';
import { Panel } from './Layout.tsx';
import { Status } from './Status.tsx';
import classes from './ProgressPanel.module.css';

interface ProgressPanelProps {
  state: 'running' | 'done' | 'failed' | 'cancelled' | 'cancelling';
  /** "Memeriksa baris 186 dari 214" */
  title: string;
  /** Time left, or what happened at the end. */
  note?: ReactNode;
  /** Parts that add up to the whole; without them `share` draws a plain bar. */
  parts?: readonly BarPart[];
  share?: number;
  /** Why the next step is closed, or the like. */
  aside?: ReactNode;
  onCancel?: () => void;
  /** Further acts, e.g. pause, or what to do when it is over. */
  acts?: ReactNode;
}

/** Long work: can be left and found again, can be cancelled, and says at the end what happened. */
export function ProgressPanel(props: ProgressPanelProps) {
  const { state, title, note, parts, share, aside, onCancel, acts } = props;
  const { t } = useTranslation('ui');
  const running = state === 'running' || state === 'cancelling';
  return (
    <Panel>
      <div className={classes['head']}>
        <div role="status" className={classes['words']}>
          {state === 'done' && <Status kind="ok">{title}</Status>}
          {state === 'failed' && <Status kind="late">{title}</Status>}
          {state === 'cancelled' && <Status kind="mut">{title}</Status>}
          {running && <strong>{title}</strong>}
          <span className={classes['note']}>
            {note}
            {running && ` ${t('progress.leave')}`}
          </span>
        </div>
        <div className={classes['acts']} data-print="no">
          {acts}
          {running && onCancel && (
            <Button
              size="sm"
              leftSection={<X size={16} aria-hidden />}
              onClick={onCancel}
              disabled={state === 'cancelling'}
            >
              {state === 'cancelling' ? t('progress.cancelling') : t('progress.cancel')}
            </Button>
          )}
        </div>
      </div>
      {parts ? (
        <SplitBar parts={parts} label={title} />
      ) : (
        <progress
          className={classes['bar']}
          data-state={state}
          aria-label={title}
          max={1}
          value={share ?? (state === 'done' ? 1 : undefined)}
        />
      )}
      {aside && <div className={classes['aside']}>{aside}</div>}
    </Panel>
  );
}
