import { columnTargets, targetInfo, type ColumnTarget } from '@simpul/contract/clearing/targets';
import { useTranslation } from 'react-i18next';
import classes from '../Clearing.module.css';
import { useWords } from '../use-words.ts';

interface TargetSelectProps {
  name: string;
  value: ColumnTarget | null;
  onChange: (target: ColumnTarget | null) => void;
}

const isTarget = (value: string): value is ColumnTarget => columnTargets.some((target) => target === value);
const groups = [
  { key: 'case', of: 'P2' },
  { key: 'person', of: 'P3' },
  { key: 'counts', of: 'P1' },
] as const;

/** What a column is read as; looks like a link until it is used. */
export function TargetSelect({ name, value, onChange }: TargetSelectProps) {
  const { t } = useTranslation('clearing-import');
  const { language } = useWords();
  return (
    <select
      className={classes['target']}
      aria-label={name}
      value={value ?? ''}
      onChange={(e) => onChange(isTarget(e.currentTarget.value) ? e.currentTarget.value : null)}
    >
      <option value="">{t('columns.leaveOut')}</option>
      {groups.map((group) => (
        <optgroup key={group.key} label={t(`targetGroup.${group.key}`)}>
          {columnTargets
            .filter(
              (target) => (targetInfo[target].class === 'P4' ? 'P3' : targetInfo[target].class) === group.of,
            )
            .map((target) => (
              <option key={target} value={target}>
                {targetInfo[target][language]}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
