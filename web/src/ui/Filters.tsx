import { ChevronDown, SlidersHorizontal, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from './Choice.tsx';
import { useFormat } from './FormatProvider.tsx';
import { useSmall } from './use-media.ts';
import { useSearchState, valuesOf } from './use-search-state.ts';
import classes from './Filters.module.css';

export interface FilterOption {
  value: string;
  label: string;
  /** Rows with it under the present filters. */
  count?: number;
}
export interface FilterGroup {
  /** Name in the address bar. */
  key: string;
  label: string;
  kind: 'many' | 'one';
  options: readonly FilterOption[];
  /** First choice of a `one` group: no filter. */
  anyLabel?: string;
}

/** Filters at the left, bound to the address bar; folded away on small screens. */
export function FilterPanel({ groups, children }: { groups: readonly FilterGroup[]; children?: ReactNode }) {
  const { t } = useTranslation('ui');
  const { search } = useSearchState();
  const small = useSmall();
  const on = groups.reduce((n, g) => n + valuesOf(search[g.key]).length, 0);
  const body = (
    <>
      {children}
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </>
  );
  return (
    <div className={classes['panel']} data-print="no">
      {small ? (
        <details className={classes['narrow']}>
          <summary>
            <SlidersHorizontal size={18} aria-hidden />
            {on > 0 ? t('filter.titleOn', { count: on }) : t('filter.title')}
          </summary>
          {body}
        </details>
      ) : (
        body
      )}
    </div>
  );
}

function Group({ group }: { group: FilterGroup }) {
  const { search, set } = useSearchState();
  const { count } = useFormat();
  const { t } = useTranslation('ui');
  const name = useId();
  const chosen = valuesOf(search[group.key]);
  const toggle = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((v) => v !== value);
    set({ [group.key]: next.length > 0 ? next : undefined });
  };
  return (
    <details className={classes['group']} open>
      <summary>
        {group.label}
        <ChevronDown size={16} aria-hidden />
      </summary>
      <fieldset>
        <legend className="visually-hidden">{group.label}</legend>
        {group.kind === 'one' && (
          <Choice
            small
            type="radio"
            name={name}
            value=""
            checked={chosen.length === 0}
            onChange={() => set({ [group.key]: undefined })}
          >
            {group.anyLabel ?? t('filter.any')}
          </Choice>
        )}
        {group.options.map((o) => (
          <Choice
            key={o.value}
            small
            type={group.kind === 'one' ? 'radio' : 'checkbox'}
            name={name}
            value={o.value}
            checked={chosen.includes(o.value)}
            onChange={(checked) =>
              group.kind === 'one' ? set({ [group.key]: o.value }) : toggle(o.value, checked)
            }
            {...(o.count === undefined ? {} : { count: count(o.count) })}
          >
            {o.label}
          </Choice>
        ))}
      </fieldset>
    </details>
  );
}

export function FilterChip({ children, onRemove }: { children: string; onRemove: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <span className={classes['chip']}>
      {children}
      <button
        type="button"
        onClick={onRemove}
        aria-label={t('filter.remove', { name: children })}
        data-print="no"
      >
        <X size={14} aria-hidden />
      </button>
    </span>
  );
}

/** Repeats in words what is on, each with its way out. */
export function FilterChips({ groups }: { groups: readonly FilterGroup[] }) {
  const { t } = useTranslation('ui');
  const { search, set } = useSearchState();
  const on = groups.filter((g) => valuesOf(search[g.key]).length > 0);
  if (on.length === 0) return null;
  const words = (group: FilterGroup) =>
    valuesOf(search[group.key])
      .map((v) => group.options.find((o) => o.value === v)?.label ?? v)
      .join(', ');
  return (
    <div className={classes['chips']}>
      {on.map((group) => (
        <FilterChip key={group.key} onRemove={() => set({ [group.key]: undefined })}>
          {`${group.label}: ${words(group)}`}
        </FilterChip>
      ))}
      <button
        type="button"
        className="link-button"
        data-print="no"
        onClick={() => set(Object.fromEntries(on.map((g) => [g.key, undefined])))}
      >
        {t('filter.clear')}
      </button>
    </div>
  );
}
