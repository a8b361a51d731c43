import { Button, TextInput } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, Choices } from './Choice.tsx';
import { FieldError } from './Field.tsx';
import { Panel, Row } from './Layout.tsx';
import classes from './Masked.module.css';

export interface Purpose {
  /** Code of the purpose as the log keeps it, e.g. `clearing.review`. */
  value: string;
  label: string;
  /** Asks for the reason in the person's own words. */
  free?: boolean;
}

interface MaskedProps {
  /** What is hidden, for the question: "nama ini". */
  what: string;
  /** Its shape only: "2 kata, 13 huruf". The value itself is never in the page before it is asked for. */
  shape: string;
  purposes: readonly Purpose[];
  /** Fetches the value; the purpose goes into the log. May ask for the second factor on its way. */
  reveal: (purpose: string, words: string | null) => Promise<ReactNode>;
  /** Who sees the log: "Penyelia dan pemilik data melihat catatan ini." */
  watchers: string;
  minutes?: number;
  /** Set when this person may not open it. */
  closed?: boolean;
}

type State =
  | { at: 'closed' }
  | { at: 'asking' }
  | { at: 'opening' }
  | { at: 'open'; value: ReactNode; until: number };

export function Masked({
  what,
  shape,
  purposes,
  reveal,
  watchers,
  minutes = 5,
  closed = false,
}: MaskedProps) {
  const { t } = useTranslation('ui');
  const [state, setState] = useState<State>({ at: 'closed' });
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => setState({ at: 'closed' });

  if (state.at === 'open')
    return (
      <Opened value={state.value} until={state.until} onClose={close} label={t('masked.hide', { what })} />
    );
  return (
    <div className={classes['masked']}>
      <span className={classes['shape']}>
        <EyeOff size={16} aria-hidden />
        <span>
          <span className="visually-hidden">{t('masked.hidden')} </span>
          {shape}
        </span>
        {!closed && state.at === 'closed' && (
          <button
            ref={opener}
            type="button"
            className="link-button"
            aria-label={t('masked.showNamed', { what })}
            onClick={() => setState({ at: 'asking' })}
          >
            {t('masked.show')}
          </button>
        )}
      </span>
      {(state.at === 'asking' || state.at === 'opening') && (
        <PurposeForm
          what={what}
          purposes={purposes}
          note={`${t('masked.note', { minutes })} ${watchers}`}
          busy={state.at === 'opening'}
          onCancel={() => {
            close();
            requestAnimationFrame(() => opener.current?.focus());
          }}
          onPurpose={async (purpose, words) => {
            setState({ at: 'opening' });
            try {
              const value = await reveal(purpose, words);
              setState({ at: 'open', value, until: Date.now() + minutes * 60_000 });
            } catch (error) {
              setState({ at: 'asking' });
              throw error;
            }
          }}
        />
      )}
    </div>
  );
}

interface PurposeFormProps {
  what: string;
  purposes: readonly Purpose[];
  note: string;
  busy: boolean;
  onPurpose: (purpose: string, words: string | null) => Promise<void>;
  onCancel: () => void;
}

function PurposeForm({ what, purposes, note, busy, onPurpose, onCancel }: PurposeFormProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const first = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<Purpose>();
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  useEffect(() => first.current?.querySelector('input')?.focus(), []);

  const submit = async () => {
    if (!chosen) return setError(t('masked.choose'));
    const own = words.trim();
    if (chosen.free && own.length < 8) return setError(t('masked.explain'));
    setError(undefined);
    try {
      await onPurpose(chosen.value, chosen.free ? own : null);
    } catch {
      setError(t('masked.failed'));
    }
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
      onKeyDown={(e) => e.key === 'Escape' && onCancel()}
    >
      <Panel>
        <fieldset ref={first} aria-describedby={`${id}-note`}>
          <legend className={classes['question']}>{t('masked.question', { what })}</legend>
          {error && <FieldError>{error}</FieldError>}
          <Choices columns={2}>
            {purposes.map((p) => (
              <Choice
                key={p.value}
                type="radio"
                name={id}
                value={p.value}
                checked={chosen?.value === p.value}
                onChange={() => setChosen(p)}
              >
                {p.label}
              </Choice>
            ))}
          </Choices>
          {chosen?.free && (
            <TextInput
              label={t('masked.reason')}
              value={words}
              maxLength={160}
              onChange={(e) => setWords(e.currentTarget.value)}
              description={t('masked.reasonHint')}
            />
          )}
        </fieldset>
        <Row top>
          <Button
            type="submit"
            variant="filled"
            size="sm"
            loading={busy}
            leftSection={<Eye size={16} aria-hidden />}
          >
            {t('masked.show')}
          </Button>
          <Button size="sm" onClick={onCancel} disabled={busy}>
            {t('cancel')}
          </Button>
          <span id={`${id}-note`} className={classes['note']}>
            {note}
          </span>
        </Row>
      </Panel>
    </form>
  );
}

/** The value and its clock. It goes when the time is up, and when the person leaves the tab. */
function Opened({
  value,
  until,
  label,
  onClose,
}: {
  value: ReactNode;
  until: number;
  label: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  const [left, setLeft] = useState(() => Math.ceil((until - Date.now()) / 1000));
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const tick = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      if (seconds <= 0) latest.current();
      else setLeft(seconds);
    }, 1000);
    const hide = () => document.visibilityState === 'hidden' && latest.current();
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearInterval(tick);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [until]);
  return (
    <div className={classes['open']}>
      <div data-print="no" className={classes['value']}>
        {value}
      </div>
      <span className={classes['clock']} data-print="no">
        {t('masked.left', { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') })}
      </span>
      <button type="button" className="link-button" aria-label={label} onClick={onClose} data-print="no">
        {t('masked.close')}
      </button>
    </div>
  );
}
