import { Button } from '@mantine/core';
import { reviewPurpose } from '@simpul/contract/clearing/purposes';
import type { MaskedField } from '@simpul/contract/clearing/round';
import { Eye } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { Choice, Choices } from '../../../ui/Choice.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { Panel, Row, Stack } from '../../../ui/Layout.tsx';
import type { Pair } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import classes from './Desk.module.css';
import type { Opened, useOpened } from './use-opened.ts';

const shownMinutes = 5;
const maskable = ['name', 'nik', 'passport', 'birthDate'] as const satisfies readonly MaskedField[];

/** Opens one masked field of both records, for a stated purpose, for five minutes. */
export function Reveal({ pair, state }: { pair: Pair; state: ReturnType<typeof useOpened> }) {
  const { t } = useTranslation('clearing-round');
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (state.opened)
    return (
      <p className={classes['reveal']} data-print="no">
        <Eye size={18} aria-hidden />
        <span>
          {t('reveal.left', {
            field: t(`field.${state.opened.field}`),
            minutes: Math.floor(state.left / 60),
            seconds: String(state.left % 60).padStart(2, '0'),
          })}
        </span>
        <button type="button" className="link-button" onClick={state.close}>
          {t('reveal.close')}
        </button>
      </p>
    );
  if (asking)
    return (
      <RevealForm
        pair={pair}
        onOpened={(opened) => {
          setAsking(false);
          state.open(opened);
        }}
        onCancel={() => {
          setAsking(false);
          requestAnimationFrame(() => opener.current?.focus());
        }}
      />
    );
  return (
    <p className={classes['reveal']} data-print="no">
      <Eye size={18} aria-hidden />
      <button ref={opener} type="button" className="link-button" onClick={() => setAsking(true)}>
        {t('reveal.ask')}
      </button>
      <span>{t('reveal.note')}</span>
    </p>
  );
}

interface RevealFormProps {
  pair: Pair;
  onOpened: (opened: Opened) => void;
  onCancel: () => void;
}

function RevealForm({ pair, onOpened, onCancel }: RevealFormProps) {
  const { t } = useTranslation('clearing-round');
  const problemText = useClearingProblem();
  const id = useId();
  const first = useRef<HTMLFieldSetElement>(null);
  const [field, setField] = useState<MaskedField>();
  const [purpose, setPurpose] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const there = maskable.filter((f) =>
    pair.pattern.some((p) => p.field === f && (p.a !== null || p.b !== null)),
  );
  const submit = async () => {
    if (!field) return setFault(t('reveal.choose'));
    if (!purpose) return setFault(t('reveal.stateFirst'));
    setFault(undefined);
    setBusy(true);
    try {
      const { a, b } = await client.clearing.revealField(
        { id: pair.id, field },
        { context: { purpose: reviewPurpose } },
      );
      onOpened({ field, a, b, until: Date.now() + shownMinutes * 60_000 });
    } catch (error) {
      setBusy(false);
      setFault(problemText(error));
    }
  };
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
      onKeyDown={(e) => e.key === 'Escape' && onCancel()}
    >
      <Panel>
        <Stack gap="sm">
          <fieldset ref={first} aria-describedby={`${id}-note`}>
            <legend className={classes['question']}>{t('reveal.question')}</legend>
            <Choices columns={2}>
              {there.map((f) => (
                <Choice
                  key={f}
                  type="radio"
                  name={id}
                  value={f}
                  checked={field === f}
                  onChange={() => setField(f)}
                >
                  {t(`field.${f}`)}
                </Choice>
              ))}
            </Choices>
          </fieldset>
          <Choice
            type="checkbox"
            name={`${id}-purpose`}
            value="clearing.review"
            checked={purpose}
            onChange={setPurpose}
          >
            {t('reveal.purpose')}
          </Choice>
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button
              type="submit"
              size="sm"
              variant="filled"
              loading={busy}
              leftSection={<Eye size={16} aria-hidden />}
            >
              {t('reveal.yes')}
            </Button>
            <Button size="sm" onClick={onCancel} disabled={busy}>
              {t('act.cancel')}
            </Button>
            <span id={`${id}-note`} className={classes['small']}>
              {t('reveal.rule', { minutes: shownMinutes })}
            </span>
          </Row>
        </Stack>
      </Panel>
    </form>
  );
}
