import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { SummaryList } from '../../../ui/SummaryList.tsx';
import { useAreaNames } from '../area-names.ts';
import type { RowDetail } from '../queries.ts';
import { useWords } from '../use-words.ts';

/** What the row says of the case, in the order of the form. Fields nobody filled in are left away. */
export function RowFacts({ row }: { row: RowDetail }) {
  const { t } = useTranslation('clearing-verify');
  const { partialDate, number } = useFormat();
  const words = useWords();
  const c = row.case;
  const areas = useAreaNames([c.placeCode, c.originCode]);
  const codes = (list: Parameters<typeof words.code>[0], of: readonly string[]) =>
    of.length === 0 ? undefined : of.map((code) => words.code(list, code)).join(', ');
  const date = (value: string | undefined) => (value === undefined ? undefined : partialDate(value));
  const optional = (list: Parameters<typeof words.code>[0], code: string | undefined) =>
    code === undefined ? undefined : words.code(list, code);
  const charges = c.charges.map(({ law, article }) =>
    [article, ...(law ? [words.code('charge_law', law)] : [])].join(' '),
  );
  const facts: [string, string | undefined][] = [
    ['caseNo', c.caseNo],
    ['reportDate', date(c.reportDate)],
    ['incidentDate', date(c.incidentDate)],
    ['countingYear', t('row.yearBy', { year: c.countingYear, basis: t(`yearBasis.${c.yearBasis}`) })],
    ['place', c.placeCode === null ? t('unknown') : areas.full(c.placeCode)],
    ['origin', c.originCode === undefined ? undefined : areas.full(c.originCode)],
    ['role', words.role(c.role)],
    ['sex', words.code('sex', c.sex)],
    ['age', c.ageMin === undefined ? undefined : words.age(c.ageMin, c.ageMax)],
    ['child', words.child(c.child)],
    ['citizenship', c.citizenship],
    ['exploitation', codes('exploitation_type', c.exploitation)],
    ['labourSectors', codes('labour_sector', c.labourSectors)],
    ['exploitationCountry', c.exploitationCountry],
    ['charges', charges.length === 0 ? undefined : charges.join('; ')],
    ['victimStatus', optional('victim_status', c.victimStatus)],
    ['statusDecider', optional('status_decider', c.statusDecider)],
    ['legalStage', optional('legal_stage', c.legalStage)],
    ['services', codes('service_type', c.services)],
    ['movement', optional('movement', c.movement)],
    ['stated', c.stated?.total === undefined ? undefined : number(c.stated.total)],
  ];
  return (
    <SummaryList
      items={facts.flatMap(([key, value]) =>
        value === undefined ? [] : [{ key, term: t(`field.${key}`), value }],
      )}
    />
  );
}
