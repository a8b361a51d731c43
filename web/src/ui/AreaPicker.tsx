import { Combobox, InputBase, Loader } from '@mantine/core';
import { ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from './Code.tsx';
import classes from './AreaPicker.module.css';
import { useActiveOption } from './use-active-option.ts';

export type AreaLevel = 'province' | 'regency' | 'district' | 'village';
export interface AreaOption {
  code: string;
  name: string;
  level: AreaLevel;
  /** Names above it, the widest first. */
  path: readonly string[];
  /** Says that the text matched an old name, or that the area is no longer in force. */
  note?: string;
}

interface AreaPickerProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Children of `parent` (`null`: the provinces), or, with text, whatever matches below it. Never the tree. */
  load: (parent: string | null, text: string, signal: AbortSignal) => Promise<readonly AreaOption[]>;
  /** From the widest to the deepest chosen. */
  value: readonly AreaOption[];
  onChange: (value: readonly AreaOption[]) => void;
  /** How deep the answer may go. */
  deepest?: AreaLevel;
}

const levels: readonly AreaLevel[] = ['province', 'regency', 'district', 'village'];

/** Step by step from province to village, or straight to a name; each step asks the server only for its own few. */
export function AreaPicker(props: AreaPickerProps) {
  const { id, label, hint, error, load, value, onChange, deepest = 'village' } = props;
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const [options, setOptions] = useState<readonly AreaOption[]>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { store: combobox, aria } = useActiveOption(options);
  const latest = useRef(load);
  latest.current = load;
  const last = value.at(-1);
  const parent = last?.code ?? null;
  const finished = last?.level === deepest;
  const open = combobox.dropdownOpened;

  useEffect(() => {
    if (!open || finished) return undefined;
    const stop = new AbortController();
    setFailed(false);
    const timer = setTimeout(
      () => {
        latest.current(parent, text.trim(), stop.signal).then(
          (found) => setOptions(found.filter((o) => levels.indexOf(o.level) <= levels.indexOf(deepest))),
          () => {
            if (!stop.signal.aborted) setFailed(true);
          },
        );
      },
      text === '' ? 0 : 150,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [open, parent, text, finished, attempt, deepest]);

  const choose = (code: string) => {
    const option = options?.find((o) => o.code === code);
    if (!option) return;
    const kept = value.filter((v) => option.code.startsWith(`${v.code}.`));
    onChange([...kept, option]);
    setText('');
    setOptions(undefined);
    combobox.resetSelectedOption();
    if (option.level === deepest) combobox.closeDropdown();
  };
  const next = levels[last ? levels.indexOf(last.level) + 1 : 0] ?? 'province';

  return (
    <Combobox store={combobox} onOptionSubmit={choose} transitionProps={{ duration: 0 }} withinPortal={false}>
      <Combobox.Target withAriaAttributes={false}>
        <InputBase
          {...aria}
          id={id}
          label={label}
          description={hint}
          error={error}
          value={text}
          role="combobox"
          disabled={finished}
          autoComplete="off"
          placeholder={finished ? t('area.finished') : t(`area.search.${next}`)}
          rightSection={open && !options && !failed ? <Loader size={16} color="var(--muted)" /> : null}
          onChange={(e) => {
            setText(e.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(e) => {
            if (e.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
          }}
        />
      </Combobox.Target>
      {value.length > 0 && (
        <ol className={classes['chosen']} aria-label={t('area.chosen')}>
          {value.map((v, i) => (
            <li key={v.code}>
              {i > 0 && <ChevronRight size={16} aria-hidden />}
              <span>
                {v.name} <Code>{v.code}</Code>
              </span>
              <button
                type="button"
                className={classes['remove']}
                aria-label={t('area.remove', { name: v.name })}
                onClick={() => onChange(value.slice(0, i))}
              >
                <X size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ol>
      )}
      <Combobox.Dropdown hidden={finished}>
        <Combobox.Options className={classes['options'] ?? ''} aria-label={label}>
          {failed && (
            <div className={classes['message']}>
              {t('area.failed')}{' '}
              <button type="button" className="link-button" onMouseDown={() => setAttempt(attempt + 1)}>
                {t('error.retry')}
              </button>
            </div>
          )}
          {!failed && options?.length === 0 && <Combobox.Empty>{t('area.none')}</Combobox.Empty>}
          {!failed && !options && <Combobox.Empty>{t('loading')}</Combobox.Empty>}
          {options?.map((o) => (
            <Combobox.Option key={o.code} value={o.code} className={classes['option'] ?? ''}>
              <span>
                {o.name}
                {(o.path.length > 0 || o.note) && (
                  <span className={classes['path']}>
                    {[...o.path, ...(o.note ? [o.note] : [])].join(' · ')}
                  </span>
                )}
              </span>
              <Code>{o.code}</Code>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
