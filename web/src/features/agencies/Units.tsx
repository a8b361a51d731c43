import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { type Answer, given } from '../../ui/answer.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { showToast } from '../../ui/toasts.ts';
import { ActDialog } from './ActDialog.tsx';
import { useSpan } from './Histories.tsx';
import type { AgencyDetail } from './queries.ts';
import { dayOf, useAgencyProblems } from './use-agency-form.ts';

type Unit = AgencyDetail['units'][number];

/** Units that victims meet, with the days they work. */
export function Units({ agency, today }: { agency: AgencyDetail; today: string }) {
  const { t } = useTranslation('agencies');
  const span = useSpan();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Unit>();
  const mayEdit = agency.abilities.edit;
  const columns: Column<Unit>[] = [
    { id: 'name', header: t('column.unit'), primary: true, cell: (u) => u.name },
    { id: 'days', header: t('column.days'), cell: (u) => span(u) },
    { id: 'basis', header: t('column.basis'), cell: (u) => u.basis },
    ...(mayEdit
      ? [
          {
            id: 'act',
            header: t('column.act'),
            cell: (u: Unit) =>
              u.to === null && (
                <button type="button" className="link-button" onClick={() => setEnding(u)}>
                  {t('units.end')}
                </button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('units.title')}
      act={
        mayEdit && (
          <Button size="sm" onClick={() => setAdding(true)}>
            {t('units.add')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('units.title')}
        columns={columns}
        rowId={(u) => u.id}
        data={{ rows: agency.units }}
        empty={<EmptyState title={t('units.none')}>{t('units.noneText')}</EmptyState>}
      />
      {adding && <AddUnit agency={agency} today={today} onClose={() => setAdding(false)} />}
      {ending && <EndUnit agency={agency} unit={ending} today={today} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

interface UnitDialogProps {
  agency: AgencyDetail;
  today: string;
  onClose: () => void;
}

function AddUnit({ agency, today, onClose }: UnitDialogProps) {
  const { t } = useTranslation('agencies');
  const form = useAgencyProblems('unit');
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Answer<string>>(given(today));
  const [basis, setBasis] = useState('');
  const add = useCommand(client.agencies.addUnit, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.unit') });
    },
    onError: form.refused,
  });
  const send = () => {
    const day = dayOf(from);
    const right = form.check([
      ['name', 'name', name.trim().length < 3],
      ['from', 'day', day === undefined],
      ['basis', 'basis', basis.trim().length < 3],
    ]);
    if (right && day !== undefined)
      add.mutate({
        id: agency.id,
        version: agency.version,
        name: name.trim(),
        from: day,
        basis: basis.trim(),
      });
  };
  return (
    <ActDialog
      title={t('units.add')}
      text={t('units.text')}
      yes={t('units.add')}
      busy={add.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        id="unit-name"
        label={t('units.name')}
        error={form.messageOf('name')}
        maxLength={200}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <PartialDateField
        id="unit-from"
        question={t('units.from')}
        heading="h3"
        complete
        offer="none"
        value={from}
        onChange={setFrom}
        error={form.messageOf('from')}
      />
      <TextInput
        id="unit-basis"
        label={t('field.basis')}
        description={t('field.basisHint')}
        error={form.messageOf('basis')}
        maxLength={300}
        value={basis}
        onChange={(e) => setBasis(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

function EndUnit({ agency, unit, today, onClose }: UnitDialogProps & { unit: Unit }) {
  const { t } = useTranslation('agencies');
  const form = useAgencyProblems('unitEnd');
  const [on, setOn] = useState<Answer<string>>(given(today));
  const end = useCommand(client.agencies.endUnit, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.unitEnd') });
    },
    onError: form.refused,
  });
  const send = () => {
    const day = dayOf(on);
    if (form.check([['on', 'day', day === undefined]]) && day !== undefined)
      end.mutate({ id: agency.id, version: agency.version, unitId: unit.id, on: day });
  };
  return (
    <ActDialog
      title={t('units.endTitle', { name: unit.name })}
      text={t('units.endText')}
      yes={t('units.end')}
      busy={end.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <PartialDateField
        id="unitEnd-on"
        question={t('units.on')}
        heading="h3"
        complete
        offer="none"
        value={on}
        onChange={setOn}
        error={form.messageOf('on')}
      />
    </ActDialog>
  );
}
