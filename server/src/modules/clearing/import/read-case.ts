import type { ColumnTarget } from '@simpul/contract/clearing/columns';
import type { SourceCase, StatedVictims } from '@simpul/contract/clearing/row';
import type { CodeList, CodeOf } from '@simpul/contract/standards/code-lists';
import { labelOf, translate } from '@simpul/contract/standards/code-lists';
import { countryOf } from '@simpul/contract/standards/countries';
import { parseDate } from '@simpul/contract/standards/parse-date';
import { boundsOf } from '@simpul/contract/standards/partial-date';
import type { AreaLookup } from './areas.ts';
import { htcdsKeyFor } from './compile-mapping.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import { readArea, splitPlace } from './read-area.ts';
import {
  oldestAge,
  readAge,
  readAgeGroup,
  readChild,
  readCharges,
  readCode,
  readCodes,
  readMark,
  toldWord,
} from './read-values.ts';
import type { Ages, CodeReader } from './read-values.ts';
import type { RowReport } from './row-report.ts';
import { isUnknownWord, readCount } from './text.ts';

export interface ReadContext {
  mapping: CompiledMapping;
  areas: AreaLookup;
  today: string;
}
/** What the cells say, before they are held against each other. */
export type CaseDraft = Partial<Omit<SourceCase, 'ageMin' | 'ageMax' | 'child'>> & {
  ages?: Ages;
  saidChild?: boolean;
};

const readerOf = (field: ColumnTarget, { mapping }: ReadContext): CodeReader => ({
  scheme: mapping.scheme,
  words: mapping.mapping.words?.[field],
  htcdsKey: mapping.mapping.layout === 'htcds' ? htcdsKeyFor[field] : undefined,
});

function single<L extends CodeList>(
  list: L,
  field: ColumnTarget,
  report: RowReport,
  c: ReadContext,
): CodeOf<L> | undefined {
  const cell = report.cell(field);
  if (!cell) return undefined;
  const code = readCode(list, cell.text, readerOf(field, c));
  if (code === undefined && !isUnknownWord(cell.text))
    report.say('unknown_value', field, { word: shortWord(cell.text) }, cell);
  return code;
}

const shortWord = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function several<L extends CodeList>(
  list: L,
  field: ColumnTarget,
  report: RowReport,
  c: ReadContext,
): CodeOf<L>[] {
  const all: CodeOf<L>[] = [];
  for (const cell of report.cells(field)) {
    if (cell.column.flag !== undefined) {
      const set = readMark(cell.text);
      const code = translate(list, 'own', cell.column.flag);
      if (set === undefined) report.say('unknown_value', field, { word: shortWord(cell.text) }, cell);
      else if (set && code !== undefined && !all.includes(code)) all.push(code);
      continue;
    }
    const { codes, unknown } = readCodes(list, cell.text, readerOf(field, c));
    for (const code of codes) if (!all.includes(code)) all.push(code);
    for (const word of unknown) report.say('unknown_value', field, { word: shortWord(word) }, cell);
  }
  return all;
}

function readDate(
  field: 'reportDate' | 'incidentDate',
  report: RowReport,
  c: ReadContext,
): string | undefined {
  const cell = report.cell(field);
  if (!cell || isUnknownWord(cell.text)) return undefined;
  const { dateOrder } = c.mapping.mapping;
  const read = parseDate(cell.text, {
    minYear: field === 'reportDate' ? 2000 : 1990,
    // Far enough that a slip such as 2062 is named as a future date.
    maxYear: Number(c.today.slice(0, 4)) + 50,
    serials: c.mapping.decided('date_excel_serial', field) === 'read_serial_dates',
    ...(dateOrder ? { order: dateOrder } : {}),
  });
  if (!read.ok) {
    report.say(read.code, field, read.params, cell);
    return undefined;
  }
  if (boundsOf(read.date).first > c.today) {
    report.say('date_future', field, { today: c.today }, cell);
    return undefined;
  }
  return read.date;
}

function readYear(report: RowReport, c: ReadContext): number | undefined {
  const cell = report.cell('registrationYear');
  if (!cell || isUnknownWord(cell.text)) return c.mapping.mapping.constants?.registrationYear;
  const year = /^(?:TH\.?|TAHUN)?\s*((?:19|20)\d\d)(?:\.0+)?$/i.exec(cell.text)?.[1];
  if (/^\d{4}\s*[-–/]\s*\d{2,4}$/.test(cell.text)) report.say('year_band', 'registrationYear', {}, cell);
  else if (year === undefined) report.say('year_unreadable', 'registrationYear', {}, cell);
  else if (Number(year) > Number(c.today.slice(0, 4)))
    report.say('date_future', 'registrationYear', { today: c.today }, cell);
  else return Number(year);
  return undefined;
}

type Site = 'place' | 'origin';
/** `null`: a person or the file says that it is not known. Undefined: nothing could be read. */
function readSite(
  site: Site,
  report: RowReport,
  c: ReadContext,
): { code: string | null | undefined; country?: string } {
  const whole = report.cell(site);
  const codeCell = report.cell(`${site}Code`);
  const nameCell = report.cell(`${site}Name`);
  const province = report.cell(`${site}Province`)?.text ?? '';
  const from = whole ?? nameCell ?? codeCell;
  const parts = splitPlace(whole?.text ?? nameCell?.text ?? '');
  const codeParts = codeCell ? splitPlace(codeCell.text) : undefined;
  const question = {
    code: codeParts ? codeParts.code || codeParts.name : parts.code,
    name: parts.name || (codeParts && codeParts.code ? codeParts.name : ''),
    province,
  };
  const field: ColumnTarget = whole ? site : nameCell ? `${site}Name` : codeCell ? `${site}Code` : site;
  const told = toldWord(c.mapping.mapping.words?.[field], question.name || question.code);
  const toldArea = told === undefined ? undefined : c.areas.byCode(told);
  if (toldArea) return { code: toldArea.code };

  let answer = readArea(question, c.mapping.mapping.codeSystem, c.areas);
  if (answer.kind === 'problem') {
    const act = c.mapping.decided(answer.code, field);
    const system =
      act === 'use_bps_codes' ? 'bps' : act === 'use_kemendagri_codes' ? 'kemendagri' : undefined;
    if (system) answer = readArea(question, system, c.areas);
    // The decision fits only rows whose name agrees with it; the others keep their problem.
    if (answer.kind === 'problem' && system) report.push(answer.code, field, answer.params, from);
    else if (answer.kind === 'problem') report.say(answer.code, field, answer.params, from);
  }
  if (answer.kind === 'area') return { code: answer.area.code };
  if (answer.kind === 'abroad') return { code: null, country: answer.country };
  return { code: answer.kind === 'unknown' ? null : undefined };
}

function readAges(draft: CaseDraft, report: RowReport): void {
  const age = report.cell('age');
  if (age && !isUnknownWord(age.text)) {
    const years = readAge(age.text);
    if (years === undefined) report.say('age_unreadable', 'age', {}, age);
    else if (years > oldestAge) report.say('age_out_of_range', 'age', { max: oldestAge }, age);
    else draft.ages = { min: years, max: years };
  }
  const group = report.cell('ageGroup');
  if (group && draft.ages === undefined && !isUnknownWord(group.text)) {
    const ages = readAgeGroup(group.text);
    if (ages) draft.ages = ages;
    else report.say('age_unreadable', 'ageGroup', {}, group);
  }
  const child = report.cell('child');
  if (child && !isUnknownWord(child.text)) {
    const said = readChild(child.text);
    if (said === undefined) report.say('unknown_value', 'child', { word: shortWord(child.text) }, child);
    else draft.saidChild = said;
  }
}

function readStated(report: RowReport): StatedVictims | undefined {
  const stated: StatedVictims = {};
  for (const part of ['total', 'female', 'male', 'child', 'adult'] as const) {
    const field: ColumnTarget = `victim${part[0]?.toUpperCase() ?? ''}${part.slice(1)}` as ColumnTarget;
    const cell = report.cell(field);
    if (!cell || isUnknownWord(cell.text)) continue;
    const count = readCount(cell.text);
    if (count === undefined) report.say('number_unreadable', field, {}, cell);
    else stated[part] = count;
  }
  return Object.keys(stated).length > 0 ? stated : undefined;
}

function readCountry(field: 'citizenship' | 'exploitationCountry', report: RowReport): string | undefined {
  const cell = report.cell(field);
  if (!cell || isUnknownWord(cell.text)) return undefined;
  // HTCDS joins several citizenships with a semicolon; the first stands.
  const country = countryOf(cell.text) ?? countryOf(cell.text.split(/[;,]/)[0] ?? '');
  if (country === undefined) report.say('country_unknown', field, { word: shortWord(cell.text) }, cell);
  return country;
}

function readRole(report: RowReport, c: ReadContext): 'victim' | 'suspect' {
  const role = single('party_role', 'role', report, c);
  if (role === undefined) return c.mapping.mapping.constants?.role ?? 'victim';
  if (role === 'victim' || role === 'victim_witness') return 'victim';
  if (['suspect', 'reported_person', 'defendant', 'convict'].includes(role)) return 'suspect';
  report.say('role_not_counted', 'role', { role: labelOf('party_role', role, 'id') });
  return 'victim';
}

const longestCaseNo = 120;
const longestModus = 200;

export function readCase(report: RowReport, c: ReadContext): CaseDraft {
  const { constants, layout } = c.mapping.mapping;
  const draft: CaseDraft = {
    role: readRole(report, c),
    exploitation: several('exploitation_type', 'exploitation', report, c),
    labourSectors: several('labour_sector', 'labourSector', report, c),
    services: several('service_type', 'services', report, c),
    charges: report.cells('charges').flatMap((cell) => readCharges(cell.text)),
  };
  const put = <K extends keyof CaseDraft>(key: K, value: CaseDraft[K] | undefined) => {
    if (value !== undefined) draft[key] = value;
  };
  const caseNo = report.cell('caseNo');
  if (caseNo && caseNo.text.length > longestCaseNo)
    report.say('text_too_long', 'caseNo', { max: longestCaseNo });
  else put('caseNo', caseNo?.text);
  put('reportDate', readDate('reportDate', report, c));
  put('incidentDate', readDate('incidentDate', report, c));
  put('registrationYear', readYear(report, c));

  const sex =
    single('sex', 'sex', report, c) ?? constants?.sex ?? (layout === 'ctdc' ? 'unknown' : undefined);
  put('sex', sex);
  readAges(draft, report);
  put('citizenship', readCountry('citizenship', report));
  put('exploitationCountry', readCountry('exploitationCountry', report));

  const place = readSite('place', report, c);
  const constant = constants?.placeCode === undefined ? undefined : c.areas.byCode(constants.placeCode)?.code;
  put(
    'placeCode',
    place.code !== undefined ? place.code : (constant ?? (layout === 'ctdc' ? null : undefined)),
  );
  if (draft.exploitationCountry === undefined) put('exploitationCountry', place.country);
  put('originCode', readSite('origin', report, c).code ?? undefined);

  if (draft.exploitation?.length === 0 && constants?.exploitation !== undefined) {
    const form = translate('exploitation_type', 'own', constants.exploitation);
    if (form) draft.exploitation = [form];
  }
  const kinds = several('violence_type', 'violenceType', report, c);
  if (kinds.length > 0 && !kinds.includes('trafficking') && draft.exploitation?.length === 0)
    report.say('not_trafficking', 'violenceType');
  const modus = report.cell('modus');
  // Longer than a keyword it is an account of events, which the clearing does not take.
  if (modus && modus.text.length > longestModus) report.say('text_too_long', 'modus', { max: longestModus });
  else put('modus', modus?.text);
  put('victimStatus', single('victim_status', 'victimStatus', report, c));
  put('statusDecider', single('status_decider', 'statusDecider', report, c));
  put('legalStage', single('legal_stage', 'legalStage', report, c));
  put('movement', single('movement', 'movement', report, c));
  put('stated', readStated(report));
  reportCellIssues(report, c.mapping);
  return draft;
}

/** What the file reader saw in cells that are taken: formulas that failed, numbers Excel cannot hold. */
function reportCellIssues(report: RowReport, mapping: CompiledMapping): void {
  for (const issue of report.row.issues ?? []) {
    const column = mapping.columns.find((col) => col.index === issue.column);
    if (!column) continue;
    const cell = { column, text: report.row.cells[issue.column] ?? '' };
    const number = column.target === 'nationalId' || column.target === 'identityNumber';
    if (issue.code === 'cell.formula_error') report.say('cell_formula_error', column.target, {}, cell);
    else if (issue.code === 'cell.number_imprecise' && !number)
      report.say('cell_number_imprecise', column.target, {}, cell);
    else if (issue.code === 'cell.date_ambiguous') report.say('date_unreadable', column.target, {}, cell);
  }
}
