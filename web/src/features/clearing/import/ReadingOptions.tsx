import { Button, NativeSelect, TextInput } from '@mantine/core';
import { codeSystems, yearBases } from './options.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Row, Stack } from '../../../ui/Layout.tsx';
import { Section } from '../../../ui/Section.tsx';
import classes from '../Clearing.module.css';
import type { Import } from '../queries.ts';
import type { Reading } from './use-reading.ts';

/** What holds for the whole file and cannot be seen in its cells. */
export function ReadingOptions({ imp, reading }: { imp: Import; reading: Reading }) {
  const { t } = useTranslation('clearing-import');
  const { mapping } = reading;
  return (
    <div className={classes['below']}>
      <Section title={t('options.title')}>
        <Stack>
          {mapping && (
            <div className={classes['fields']}>
              <NativeSelect
                label={t('options.codeSystem')}
                description={t('options.codeSystemHint')}
                value={mapping.codeSystem ?? ''}
                onChange={(e) => {
                  const { codeSystem: _before, ...rest } = mapping;
                  const chosen = codeSystems.find((s) => s === e.currentTarget.value);
                  reading.change(chosen ? { ...rest, codeSystem: chosen } : rest);
                }}
                data={[
                  { value: '', label: t('options.notStated') },
                  ...codeSystems.map((s) => ({ value: s, label: t(`options.codeSystems.${s}`) })),
                ]}
              />
              <NativeSelect
                label={t('options.yearBasis')}
                description={t('options.yearBasisHint')}
                value={mapping.yearBasis ?? ''}
                onChange={(e) => {
                  const { yearBasis: _before, ...rest } = mapping;
                  const chosen = yearBases.find((b) => b === e.currentTarget.value);
                  reading.change(chosen ? { ...rest, yearBasis: chosen } : rest);
                }}
                data={[
                  { value: '', label: t('options.byColumns') },
                  ...yearBases.map((b) => ({ value: b, label: t(`options.yearBases.${b}`) })),
                ]}
              />
              <NativeSelect
                label={t('options.dateOrder')}
                description={t('options.dateOrderHint')}
                value={mapping.dateOrder ?? 'dmy'}
                onChange={(e) =>
                  reading.change({ ...mapping, dateOrder: e.currentTarget.value === 'mdy' ? 'mdy' : 'dmy' })
                }
                data={[
                  { value: 'dmy', label: t('options.dateOrders.dmy') },
                  { value: 'mdy', label: t('options.dateOrders.mdy') },
                ]}
              />
            </div>
          )}
          <Place imp={imp} reading={reading} />
        </Stack>
      </Section>
    </div>
  );
}

/** Which sheet and which row of headings; changing it recognises the columns afresh. */
export function Place({ imp, reading }: { imp: Import; reading: Reading }) {
  const { t } = useTranslation('clearing-import');
  const [sheet, setSheet] = useState(imp.sheet ?? '');
  const [row, setRow] = useState(String(imp.headerRow ?? ''));
  const headerRow = /^\d{1,3}$/.test(row.trim()) ? Number(row.trim()) : undefined;
  const changed = (sheet !== '' && sheet !== imp.sheet) || (headerRow ?? null) !== imp.headerRow;
  return (
    <form
      noValidate
      className={classes['place']}
      onSubmit={(e) => {
        e.preventDefault();
        reading.reread({
          ...(sheet !== '' && sheet !== imp.sheet ? { sheet } : {}),
          ...(headerRow === undefined ? {} : { headerRow }),
        });
      }}
    >
      {imp.sheets.length > 1 && (
        <NativeSelect
          label={t('options.sheet')}
          value={sheet}
          onChange={(e) => setSheet(e.currentTarget.value)}
          data={imp.sheets.map((name) => ({ value: name, label: name }))}
        />
      )}
      <TextInput
        label={t('options.headerRow')}
        inputMode="numeric"
        maxLength={3}
        value={row}
        onChange={(e) => setRow(e.currentTarget.value)}
      />
      <Row>
        <Button type="submit" loading={reading.busy} disabled={!changed}>
          {t('act.reread')}
        </Button>
      </Row>
    </form>
  );
}
