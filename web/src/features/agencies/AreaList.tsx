import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoadAreas } from '../../app/load-areas.ts';
import { AreaPicker, type AreaOption } from '../../ui/AreaPicker.tsx';
import { Button } from '@mantine/core';
import { Code } from '../../ui/Code.tsx';
import { Row } from '../../ui/Layout.tsx';
import classes from './Agencies.module.css';

export interface NamedArea {
  code: string;
  name: string;
}
interface AreaListProps {
  id: string;
  label: string;
  hint?: string;
  error: string | undefined;
  value: readonly NamedArea[];
  onChange: (value: readonly NamedArea[]) => void;
}

/** Several areas: picked one after another, each shown with its way out. */
export function AreaList({ id, label, hint, error, value, onChange }: AreaListProps) {
  const { t } = useTranslation('agencies');
  const load = useLoadAreas();
  const [picked, setPicked] = useState<readonly AreaOption[]>([]);
  const last = picked.at(-1);
  const add = () => {
    if (last && !value.some((v) => v.code === last.code))
      onChange([...value, { code: last.code, name: last.name }]);
    setPicked([]);
  };
  return (
    <div>
      {value.length > 0 && (
        <ul className={classes['chosen']} aria-label={label}>
          {value.map((area) => (
            <li key={area.code}>
              {area.name} <Code>{area.code}</Code>
              <button
                type="button"
                className="icon-button"
                aria-label={t('areas.remove', { name: area.name })}
                onClick={() => onChange(value.filter((v) => v.code !== area.code))}
              >
                <X size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AreaPicker
        id={id}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        error={error}
        load={load}
        value={picked}
        onChange={setPicked}
        deepest="district"
      />
      {last && (
        <Row top>
          <Button onClick={add}>{t('areas.add', { name: last.name })}</Button>
        </Row>
      )}
    </div>
  );
}
