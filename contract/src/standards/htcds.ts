import type { SourceIdentity, SourceRow } from '../clearing/row.ts';
import { alpha2Of, countryOf } from './countries.ts';
import { toScheme, translate } from './code-lists.ts';
import type { CodeList, CodeOf } from './code-lists.ts';
import { htcdsKeyOf } from './htcds-fields.ts';
import type { HtcdsKey } from './htcds-fields.ts';
import { readHtcdsValue } from './htcds-values.ts';
import type { HtcdsValue } from './htcds-values.ts';

/** Shown wherever HTCDS names or files made with them leave Simpul. */
export const htcdsCredit =
  'Contains material from the Human Trafficking Case Data Standard (HTCDS) 2.0 by the International Organization for ' +
  'Migration (IOM), https://github.com/UNMigration/HTCDS, licensed under CC BY 4.0. Changed: field and value names ' +
  'taken into a program. Not endorsed by IOM.';

export type HtcdsRecord = Partial<Record<HtcdsKey, HtcdsValue>>;
export type HtcdsFlatRow = Partial<Record<HtcdsKey, string>>;
export interface HtcdsUnknown {
  key: HtcdsKey;
  text: string;
}

/** One row of a spreadsheet or survey submission, in the spelling of 2.0 whatever template it came from. */
export function readHtcdsRow(
  columns: readonly { name: string | null; label: string | null }[],
  cells: readonly (string | null)[],
): { record: HtcdsRecord; unknown: HtcdsUnknown[] } {
  const record: HtcdsRecord = {};
  const unknown: HtcdsUnknown[] = [];
  for (const [i, column] of columns.entries()) {
    const key = htcdsKeyOf(column.name, column.label);
    if (!key) continue;
    const read = readHtcdsValue(key, cells[i] ?? '');
    if (read.value !== undefined) record[key] = read.value;
    for (const text of read.unknown) unknown.push({ key, text });
  }
  return { record, unknown };
}

export interface AreaNames {
  /** Name of a kab/kota and of its province. */
  nameOf(code: string): { name: string; province: string } | undefined;
  codeOf(name: string, province: string | undefined): string | undefined;
}

const words = <L extends CodeList>(list: L, codes: readonly CodeOf<L>[]): string =>
  [...new Set(codes.map((c) => toScheme(list, c, 'htcds')).filter((w) => w !== null))].join(';');

/**
 * A source row as a flat HTCDS 2.0 row. `lost` names what the standard has no field for or holds only more coarsely;
 * an export shows it instead of guessing.
 */
export function toHtcds(row: SourceRow, areas: AreaNames): { flat: HtcdsFlatRow; lost: string[] } {
  const { identity, case: c } = row;
  const flat: HtcdsFlatRow = {};
  const lost: string[] = [];
  const put = (key: HtcdsKey, value: string | number | null | undefined) => {
    if (value !== undefined && value !== null && value !== '') flat[key] = String(value);
  };
  // Single names are normal here, so a whole name goes into the first name and none is invented for the second.
  put('prs_FirstName', identity?.name);
  put('prs_Birthdate', identity?.birthDate);
  put('prs_IdentityNumber', identity?.nik ?? identity?.passport);
  put('prs_MobilePhone', identity?.phones[0]);
  put('prs_MailingStreet', identity?.address);
  put('prs_Gender', toScheme('sex', c.sex, 'htcds'));
  put('prs_Citizenship', c.citizenship && alpha2Of(c.citizenship));
  const origin = c.originCode && areas.nameOf(c.originCode);
  if (origin) {
    put('prs_MailingCity', origin.name);
    put('prs_MailingState', origin.province);
  }
  put('vic_TraffickingStatus', c.victimStatus && toScheme('victim_status', c.victimStatus, 'htcds'));
  put(
    'vic_TraffickingStatusDecisionMakingOrg',
    c.statusDecider && toScheme('status_decider', c.statusDecider, 'htcds'),
  );
  if (c.ageMin !== undefined && c.ageMin === c.ageMax) put('vic_AgeWhenTrafficked', c.ageMin);
  put('vic_TypeOfExploitation', words('exploitation_type', c.exploitation));
  put(
    'vic_ForcedLabourIndustry',
    c.labourSectors[0] && toScheme('labour_sector', c.labourSectors[0], 'htcds'),
  );
  put('cas_IncomingReferralDate', c.reportDate);
  put('spl_Type', c.services[0] && toScheme('service_type', c.services[0], 'htcds'));
  const place = c.placeCode && areas.nameOf(c.placeCode);
  if (place) {
    put('hte_City', place.name);
    put('hte_State', place.province);
    put('hte_Type', 'Exploitation');
  }
  put('hte_Country', c.exploitationCountry && alpha2Of(c.exploitationCountry));
  put('hte_Date', c.incidentDate);

  for (const field of ['caseNo', 'legalStage', 'movement', 'modus'] as const)
    if (c[field] !== undefined) lost.push(field);
  if (c.charges.length > 0) lost.push('charges');
  if (c.labourSectors.length > 1) lost.push('labourSectors');
  if (c.services.length > 1) lost.push('services');
  if (c.ageMin !== c.ageMax) lost.push('age');
  if (c.role === 'suspect') lost.push('role');
  if (identity && identity.aliases.length > 0) lost.push('aliases');
  for (const form of c.exploitation)
    if (translate('exploitation_type', 'htcds', toScheme('exploitation_type', form, 'htcds') ?? '') !== form)
      lost.push(`exploitation.${form}`);
  return { flat, lost };
}

export type HtcdsSource = Pick<SourceRow, 'identity'> & { case: Partial<SourceRow['case']> };

const several = (value: HtcdsValue | undefined): string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
const text = (value: HtcdsValue | undefined): string | undefined =>
  typeof value === 'string' ? value : several(value)[0];

function identityOf(record: HtcdsRecord): SourceIdentity | null {
  const name = [record.prs_FirstName, record.prs_MiddleName, record.prs_SecondName]
    .map(text)
    .filter(Boolean)
    .join(' ');
  const number = text(record.prs_IdentityNumber);
  const birthDate = text(record.prs_Birthdate);
  const address = text(record.prs_MailingStreet);
  const phones = [record.prs_MobilePhone, record.prs_HomePhone].map(text).filter((p) => p !== undefined);
  const identity: SourceIdentity = {
    aliases: [],
    phones,
    ...(name ? { name } : {}),
    ...(number ? (/^\d{16}$/.test(number) ? { nik: number } : { passport: number }) : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(address ? { address } : {}),
  };
  return Object.keys(identity).length > 2 || phones.length > 0 ? identity : null;
}

/** The way back: what a flat row says in our codes. Values no list holds are in `unknown` and stay out. */
export function fromHtcds(
  flat: HtcdsFlatRow,
  areas: AreaNames,
): { source: HtcdsSource; unknown: HtcdsUnknown[] } {
  const entries = Object.entries(flat);
  const { record, unknown } = readHtcdsRow(
    entries.map(([name]) => ({ name, label: null })),
    entries.map(([, value]) => value),
  );
  const codes = <L extends CodeList>(list: L, value: HtcdsValue | undefined): CodeOf<L>[] =>
    several(value)
      .map((v) => translate(list, 'htcds', v))
      .filter((v) => v !== undefined);
  const city = text(record.hte_City);
  const home = text(record.prs_MailingCity);
  const age = Number(text(record.vic_AgeWhenTrafficked) ?? 'x');
  const c: HtcdsSource['case'] = {
    exploitation: codes('exploitation_type', record.vic_TypeOfExploitation),
    labourSectors: codes('labour_sector', record.vic_ForcedLabourIndustry),
    services: codes('service_type', record.spl_Type),
    charges: [],
  };
  const put = <K extends keyof typeof c>(key: K, value: (typeof c)[K] | undefined) => {
    if (value !== undefined) c[key] = value;
  };
  put('sex', codes('sex', record.prs_Gender)[0]);
  put('citizenship', several(record.prs_Citizenship).map(countryOf)[0]);
  put('victimStatus', codes('victim_status', record.vic_TraffickingStatus)[0]);
  put('statusDecider', codes('status_decider', record.vic_TraffickingStatusDecisionMakingOrg)[0]);
  put('reportDate', text(record.cas_IncomingReferralDate));
  put('incidentDate', text(record.hte_Date));
  put('exploitationCountry', countryOf(text(record.hte_Country) ?? ''));
  put('placeCode', city === undefined ? undefined : areas.codeOf(city, text(record.hte_State)));
  put('originCode', home === undefined ? undefined : areas.codeOf(home, text(record.prs_MailingState)));
  if (Number.isInteger(age)) {
    c.ageMin = age;
    c.ageMax = age;
  }
  return { source: { identity: identityOf(record), case: c }, unknown };
}
