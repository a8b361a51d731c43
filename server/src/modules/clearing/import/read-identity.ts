import type { SourceIdentity } from '@simpul/contract/clearing/row';
import { isInitials, nameKey, splitAliases } from '@simpul/contract/standards/name';
import { bareNumber, parseNik, parsePassport } from '@simpul/contract/standards/nik';
import type { Nik } from '@simpul/contract/standards/nik';
import { parseDate } from '@simpul/contract/standards/parse-date';
import type { ColumnTarget } from '@simpul/contract/clearing/columns';
import type { CompiledMapping } from './compile-mapping.ts';
import { oldestAge } from './read-values.ts';
import type { Cell, RowReport } from './row-report.ts';
import { clean, isUnknownWord } from './text.ts';

export interface ReadIdentity {
  identity: SourceIdentity | null;
  nik: Nik | undefined;
}

const longest = { name: 200, address: 500, phone: 40 } as const;

/** Who the row speaks of. What cannot be read is reported and left empty, never repaired. */
export function readIdentity(report: RowReport, mapping: CompiledMapping, today: string): ReadIdentity {
  const identity: SourceIdentity = { aliases: [], phones: [] };
  const text = (target: ColumnTarget) => {
    const cell = report.cell(target);
    return cell && !isUnknownWord(cell.text) ? cell : undefined;
  };
  readNames(identity, report, text);

  let nik: Nik | undefined;
  const takeNik = (cell: Cell, field: ColumnTarget) => {
    if (impreciseCell(report, cell)) return void report.say('nik_scientific', field, {}, cell);
    const read = parseNik(cell.text);
    if (!read.ok) {
      for (const code of read.problems)
        report.say(code, field, { digits: cell.text.replaceAll(/\D/g, '').length }, cell);
      return;
    }
    nik = read.nik;
    identity.nik = read.nik.nik;
  };
  const takePassport = (cell: Cell, field: ColumnTarget) => {
    const read = parsePassport(cell.text);
    if (read.ok) identity.passport = read.passport;
    else report.say(field === 'passport' ? read.problem : 'identity_number_form', field, {}, cell);
  };
  const national = text('nationalId');
  if (national) takeNik(national, 'nationalId');
  const passport = text('passport');
  if (passport) takePassport(passport, 'passport');
  const either = text('identityNumber');
  if (either) {
    // Passports have nine characters at most, so a longer number was meant as a NIK.
    if (/^\d{10,}$|e\+/i.test(bareNumber(either.text))) takeNik(either, 'identityNumber');
    else takePassport(either, 'identityNumber');
  }

  const birthDate = readBirth(report, mapping, today, text('birthDate'), text('birthPlaceAndDate'));
  if (birthDate !== undefined) identity.birthDate = birthDate;
  for (const cell of report.cells('phone'))
    if (!isUnknownWord(cell.text)) identity.phones.push(cell.text.slice(0, longest.phone));
  const address = report.cells('address').filter((cell) => !isUnknownWord(cell.text));
  if (address.length > 0)
    identity.address = address
      .map((cell) => cell.text)
      .join(', ')
      .slice(0, longest.address);

  const empty =
    Object.keys(identity).length === 2 && identity.aliases.length === 0 && identity.phones.length === 0;
  return { identity: empty ? null : identity, nik };
}

const impreciseCell = (report: RowReport, cell: Cell) =>
  report.row.issues?.some((i) => i.column === cell.column.index && i.code === 'cell.number_imprecise') ??
  false;

function readNames(
  identity: SourceIdentity,
  report: RowReport,
  text: (target: ColumnTarget) => Cell | undefined,
): void {
  const parts = (['givenName', 'middleName', 'familyName'] as const)
    .map((target) => text(target)?.text)
    .filter(Boolean);
  const whole = text('name')?.text ?? parts.join(' ');
  const { name, aliases } = splitAliases(whole);
  if (name.length > longest.name) report.say('text_too_long', 'name', { max: longest.name });
  else if (name !== '' && isInitials(name)) identity.initials = name.slice(0, 20);
  else if (nameKey(name) !== undefined) identity.name = name;
  const initials = text('initials');
  if (initials) {
    // A column of initials holds a full name now and then.
    if (isInitials(initials.text) || initials.text.length <= 4)
      identity.initials = initials.text.slice(0, 20);
    else if (identity.name === undefined && initials.text.length <= longest.name)
      identity.name = initials.text;
  }
  const others = report.cells('alias').flatMap((cell) => cell.text.split(/[;,/]|\bals\b|@/i).map(clean));
  for (const alias of [...aliases, ...others])
    if (nameKey(alias) !== undefined && alias.length <= longest.name && !isUnknownWord(alias))
      identity.aliases.push(alias);
}

function readBirth(
  report: RowReport,
  mapping: CompiledMapping,
  today: string,
  birth: Cell | undefined,
  both: Cell | undefined,
): string | undefined {
  const cell = birth ?? both;
  if (!cell) return undefined;
  const field = birth ? 'birthDate' : 'birthPlaceAndDate';
  // "Samarinda, 14 Maret 2008": the place is not taken.
  const text = birth ? cell.text : cell.text.replace(/^[^\d]*?[,/\s]\s*(?=\d)/, '');
  if (!birth && !/\d/.test(text)) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const read = parseDate(text, {
    minYear: thisYear - oldestAge,
    maxYear: thisYear,
    serials: mapping.decided('date_excel_serial', field) === 'read_serial_dates',
    ...(mapping.mapping.dateOrder ? { order: mapping.mapping.dateOrder } : {}),
  });
  if (!read.ok) {
    // The date itself is identity and stays out of the parameters.
    const { days, min, max } = read.params;
    report.say(
      read.code,
      field,
      Object.fromEntries(Object.entries({ days, min, max }).filter(([, v]) => v !== undefined)) as Record<
        string,
        number
      >,
      cell,
    );
    return undefined;
  }
  if (read.date > today) {
    report.say('date_future', field, {}, cell);
    return undefined;
  }
  return read.date;
}
