import { Button, TextInput } from '@mantine/core';
import { type BpsProblemCode, bpsProblems, bpsProblemText } from '@simpul/contract/regions/bps-problems';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { ProblemError } from '../../app/problem.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { type Answer } from '../../ui/answer.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Prose, Row, Stack } from '../../ui/Layout.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { type FieldProblem, ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toasts.ts';
import classes from './Regions.module.css';

const maxBytes = 900_000;

interface RowProblem {
  row: number;
  code: BpsProblemCode;
  params: Readonly<Record<string, string | number>>;
}
const isProblemCode = (code: string): code is BpsProblemCode => code in bpsProblems;

/** The problems of a refused file: each with its row. */
function rowProblems(error: unknown): RowProblem[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.errors ?? []).flatMap((e): RowProblem[] => {
    const code = e.code.replace(/^bps\./, '');
    return isProblemCode(code) ? [{ code, params: e.params ?? {}, row: Number(e.params?.['row'] ?? 0) }] : [];
  });
}

/** Loads a crosswalk; a refused file shows every wrong row and how to mend it. */
export function BpsImportForm({ today }: { today: string }) {
  const { t } = useTranslation('regions');
  const { bytes } = useFormat();
  const problemText = useProblemText();
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState<Answer<string>>({ state: 'blank' });
  const [file, setFile] = useState<{ name: string; size: number; text: string }>();
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const load = useCommand(client.regions.importBpsCrosswalk, {
    onSuccess: () => {
      setFile(undefined);
      showToast({ kind: 'ok', text: t('bps.loaded') });
    },
  });
  const rows = rowProblems(load.error);
  const messageOf = (field: string) => missing.find((p) => p.field === field)?.message;
  const send = () => {
    const day =
      asOf.state === 'given' && asOf.value.length === 10 && asOf.value <= today ? asOf.value : undefined;
    const found: FieldProblem[] = [];
    if (source.trim().length < 5) found.push({ field: 'bps-source', message: t('bps.sourceMissing') });
    if (!day) found.push({ field: 'bps-asOf', message: t('bps.asOfMissing') });
    if (!file) found.push({ field: 'bps-file', message: t('bps.fileMissing') });
    setMissing(found);
    if (found.length === 0 && day && file) load.mutate({ source: source.trim(), asOf: day, csv: file.text });
  };
  return (
    <form
      noValidate
      className={classes['narrow']}
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
    >
      <Stack gap="lg">
        <Prose>{t('bps.how')}</Prose>
        <ProblemSummary problems={missing} />
        {rows.length > 0 && <Problems error={load.error} rows={rows} />}
        {load.error && rows.length === 0 && <FieldError>{problemText(load.error)}</FieldError>}
        <TextInput
          id="bps-source"
          label={t('bps.source')}
          description={t('bps.sourceHint')}
          error={messageOf('bps-source')}
          maxLength={300}
          value={source}
          onChange={(e) => setSource(e.currentTarget.value)}
        />
        <PartialDateField
          id="bps-asOf"
          question={t('bps.asOf')}
          heading="h3"
          complete
          offer="none"
          notAfter={today}
          value={asOf}
          onChange={setAsOf}
          error={messageOf('bps-asOf')}
        />
        <div id="bps-file" tabIndex={-1}>
          <FileDrop
            label={t('bps.file')}
            accept={{ 'text/csv': ['.csv'] }}
            maxBytes={maxBytes}
            onFile={(chosen) => {
              load.reset();
              void chosen.text().then((text) => setFile({ name: chosen.name, size: chosen.size, text }));
            }}
            error={messageOf('bps-file')}
          />
          {file && <output>{t('bps.chosen', { name: file.name, size: bytes(file.size) })}</output>}
        </div>
        <Row>
          <Button type="submit" variant="filled" loading={load.isPending}>
            {t('bps.send')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function Problems({ error, rows }: { error: unknown; rows: RowProblem[] }) {
  const { t, i18n } = useTranslation('regions');
  const { number } = useFormat();
  const all =
    error instanceof ProblemError ? Number(error.problem.params?.['problems'] ?? rows.length) : rows.length;
  return (
    <Section
      level={3}
      title={t('bps.refused', { count: all, number: number(all) })}
      note={all > rows.length ? t('bps.firstShown', { number: number(rows.length) }) : undefined}
    >
      <DataTable
        caption={t('bps.problems')}
        rowId={(p) => `${p.row} ${p.code} ${p.params['column'] ?? ''}`}
        data={{ rows }}
        columns={[
          {
            id: 'row',
            header: t('bps.row'),
            numeric: true,
            width: '5rem',
            primary: true,
            cell: (p) => (p.row === 0 ? t('bps.wholeFile') : number(p.row)),
          },
          {
            id: 'problem',
            header: t('bps.mend'),
            cell: (p) => bpsProblemText(p.code, p.params, i18n.language === 'en' ? 'en' : 'id'),
          },
        ]}
      />
    </Section>
  );
}
