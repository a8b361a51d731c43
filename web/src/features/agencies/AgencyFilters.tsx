import { NativeSelect, TextInput } from '@mantine/core';
import { agencyTypeLabel, agencyTypes } from '@simpul/contract/agencies/agency-types';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.ts';
import { type FilterGroup, FilterPanel } from '../../ui/Filters.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import classes from './Agencies.module.css';
import { areasBelowQuery } from './queries.ts';

interface AgencyFiltersProps {
  groups: readonly FilterGroup[];
  text: string;
  type: string | undefined;
  serves: string | undefined;
}

/** Text, type and area served as fields; level, sector and state as choices. All of it lives in the address. */
export function AgencyFilters({ groups, text, type, serves }: AgencyFiltersProps) {
  const { t, i18n } = useTranslation('agencies');
  const { set } = useSearchState();
  const language = i18n.language === 'en' ? 'en' : 'id';
  const types = [...agencyTypes]
    .map((value) => ({ value, label: agencyTypeLabel(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const areas = useServedAreas();
  return (
    <FilterPanel groups={groups}>
      <div className={classes['filters']}>
        <TextFilter text={text} />
        <NativeSelect
          label={t('filter.type')}
          value={type ?? ''}
          onChange={(e) => set({ jenis: e.currentTarget.value || undefined })}
          data={[{ value: '', label: t('filter.anyType') }, ...types]}
        />
        <NativeSelect
          label={t('filter.serves')}
          value={serves ?? ''}
          onChange={(e) => set({ melayani: e.currentTarget.value || undefined })}
          data={[{ value: '', label: t('filter.anyArea') }, ...areas]}
        />
      </div>
    </FilterPanel>
  );
}

/** The kab/kota of the tenant's own province: the ones an office asks for. */
export function useServedAreas(): { value: string; label: string }[] {
  const { tenant } = useMe();
  const province = /^\d{2}/.exec(tenant.code)?.[0];
  const { data } = useQuery({ ...areasBelowQuery(province ?? '64'), enabled: province !== undefined });
  return (data?.items ?? []).map((area) => ({ value: area.code, label: area.name }));
}

function TextFilter({ text }: { text: string }) {
  const { t } = useTranslation('agencies');
  const { set } = useSearchState();
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (text !== seen) {
    setSeen(text);
    setTyped(text);
  }
  return (
    <search>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          set({ cari: typed.trim() || undefined });
        }}
      >
        <TextInput
          type="search"
          label={t('filter.text')}
          description={t('filter.textHint')}
          leftSection={<Search size={18} aria-hidden />}
          maxLength={100}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
          onBlur={() => typed.trim() !== text && set({ cari: typed.trim() || undefined })}
        />
      </form>
    </search>
  );
}
