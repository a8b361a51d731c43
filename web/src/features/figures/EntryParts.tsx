import { Button, NativeSelect, TextInput } from '@mantine/core';
import { dimensionCodes } from '@simpul/contract/figures/codes';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/Field.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Section } from '../../ui/Section.tsx';
import { type EntryDraft, readNumber } from './entry.ts';

interface EntryPartsProps {
  draft: EntryDraft;
  set: (patch: Partial<EntryDraft>) => void;
  error: string | undefined;
}

/** The total as its source itemises it; the sum is shown while one types. */
export function EntryParts({ draft, set, error }: EntryPartsProps) {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const change = (i: number, patch: Partial<EntryDraft['parts'][number]>) =>
    set({ parts: draft.parts.map((p, at) => (at === i ? { ...p, ...patch } : p)) });
  const sum = draft.parts.reduce((s, p) => s + (readNumber(p.value) ?? 0), 0);
  return (
    <Section title={t('parts.title')}>
      <Stack>
        <NativeSelect
          id="entry-parts"
          label={t('parts.by')}
          description={t('parts.hint')}
          value={draft.dimension}
          data={[
            { value: '', label: t('parts.none') },
            ...dimensionCodes.map((value) => ({ value, label: t(`dimension.${value}`) })),
          ]}
          onChange={(e) => set({ dimension: e.currentTarget.value })}
        />
        {error && <FieldError>{error}</FieldError>}
        {draft.dimension !== '' && (
          <>
            {draft.parts.map((part, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines have no name before they are typed
              <Row key={i}>
                <TextInput
                  aria-label={t('parts.name', { number: i + 1 })}
                  placeholder={t('parts.nameHint')}
                  maxLength={80}
                  value={part.code}
                  onChange={(e) => change(i, { code: e.currentTarget.value })}
                />
                <TextInput
                  aria-label={t('parts.value', { number: i + 1 })}
                  inputMode="decimal"
                  w="8rem"
                  value={part.value}
                  onChange={(e) => change(i, { value: e.currentTarget.value })}
                />
              </Row>
            ))}
            <Row spread>
              <Button size="sm" onClick={() => set({ parts: [...draft.parts, { code: '', value: '' }] })}>
                {t('parts.add')}
              </Button>
              <span role="status">{t('parts.sum', { sum: number(sum), total: draft.value || '–' })}</span>
            </Row>
          </>
        )}
      </Stack>
    </Section>
  );
}
