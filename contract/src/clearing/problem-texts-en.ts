import type { FileProblem, Mend, RowProblemCode } from './row.ts';
import type { ProblemText } from './problem-texts-id.ts';

export const rowTextsEn: Readonly<Record<RowProblemCode, ProblemText>> = {
  required_missing: [
    '{field} is empty',
    '{field} has not been filled in.',
    'Fill it in from the original. If it is truly not known, write "unknown" rather than leaving it empty.',
  ],
  date_unreadable: [
    'Date cannot be read',
    '{value} is not a date.',
    'Write day/month/year, such as 11/08/2026, or the month alone: 08/2026.',
  ],
  date_not_in_calendar: [
    'Date not in the calendar',
    '{value} does not exist in the calendar.',
    'Write the right date, or month/year alone where the day is not certain[orWrite:: {orWrite}].',
  ],
  date_two_digit_year: [
    'Year of two digits',
    'The year in {value} may belong to two centuries.',
    'Write the year with four digits.',
  ],
  date_month_first: [
    'Month written first',
    '{value} reads as month/day/year.',
    'Write day/month/year. If the whole column has the month first, say so in the column mapping.',
  ],
  date_excel_serial: [
    'Date turned into an Excel number',
    '{value} is a day number of Excel[read:, that is {read}].',
    'Format the column as Date in Excel, or declare that these are day numbers of Excel.',
  ],
  date_out_of_range: [
    'Year out of range',
    'The year in {value} is outside {min}-{max}.',
    'Check the year in the original.',
  ],
  date_future: ['Date has not come yet', '{value} is after today.', 'Check day, month and year.'],
  incident_after_report: [
    'Incident after the report',
    'The date of incident {value} is after the date of report.',
    'Check both dates; they may have been swapped.',
  ],
  birth_after_incident: [
    'Born after the incident',
    'The date of birth is after the date of incident or report.',
    'Check the date of birth and the date of incident.',
  ],
  year_unreadable: [
    'Year cannot be read',
    '{value} is not a year.',
    'Write the year with four digits, such as 2026.',
  ],
  year_band: [
    'Several years rather than one',
    '{value} covers several years.',
    'This row cannot be counted in one year: leave it out, or write its year from the original source.',
  ],
  year_not_of_report: [
    'Year of registration differs from the report',
    'Registered in {value}, reported in {year}.',
    'Leave it if it was registered in another year; otherwise correct one of them.',
  ],
  outside_period: [
    'Outside the period',
    '{value} is outside the period {first} to {last}.',
    'Leave this row out or accept it with a note.',
  ],
  age_unreadable: ['Age cannot be read', '{value} is not an age.', 'Write the age in years, such as 17.'],
  age_out_of_range: [
    'Age out of range',
    'Age {value} is above {max} years.',
    'Correct the age. If it is not known, write "unknown" rather than leaving it empty.',
  ],
  age_birth_mismatch: [
    'Age does not fit the date of birth',
    'Age {value} does not fit the date of birth in the same row.',
    'Check age, date of birth and date of incident.',
  ],
  child_age_mismatch: [
    'Child or adult does not fit the age',
    'It says {value}, but the age says otherwise.',
    'A child is under 18 years. Correct one of them.',
  ],
  nik_scientific: [
    'NIK damaged by Excel',
    'The last digits of the NIK are gone because the column was read as a number.',
    'Format the NIK column as Text in the original and copy the NIK again. Lost digits cannot be restored here.',
  ],
  nik_not_digits: [
    'NIK holds other signs than digits',
    'A NIK has digits only.',
    'Correct the NIK (the letter O is not the digit 0), or mark it unknown.',
  ],
  nik_length: [
    'Wrong length of NIK',
    'It has {digits} digits, a NIK has 16.',
    'Copy the NIK again from the identity or family card, or mark it unknown.',
  ],
  nik_placeholder: [
    'Placeholder NIK',
    'This number is nobody’s NIK.',
    'Enter the right NIK, or mark it unknown.',
  ],
  nik_region: [
    'Region in the NIK not known',
    'The first six digits are no area code.',
    'Check the first six digits of the NIK.',
  ],
  nik_date: [
    'Date in the NIK does not exist',
    'Digits 7 to 12 are no date of birth (for women 40 is added to the day).',
    'Check the NIK in the original document.',
  ],
  nik_serial: [
    'Serial number 0000 in the NIK',
    'The last four digits of a NIK are never 0000.',
    'Check the last four digits; Excel may have removed them.',
  ],
  nik_birth_mismatch: [
    'NIK does not fit the date of birth',
    'The date of birth in the NIK differs from the column.',
    'Check both. If the identity card itself differs, accept it with a note.',
  ],
  nik_sex_mismatch: [
    'NIK does not fit the sex',
    'The sex in the NIK differs from the column.',
    'Check both; the NIK may be somebody else’s.',
  ],
  passport_form: [
    'Unusual passport number',
    'A passport number has 6 to 9 letters and digits.',
    'Copy the passport number again, or mark it unknown.',
  ],
  identity_number_form: [
    'Identity number not recognised',
    'This is neither a NIK (16 digits) nor a passport number.',
    'Correct the number, or mark it unknown.',
  ],
  area_unknown: [
    'Area not known',
    '{code} is no regency or city that is known.',
    'Write the full name of the regency or city, or its Kemendagri code, such as 64.71.',
  ],
  area_name_ambiguous: [
    'Area name has two meanings',
    '{name} may mean {names}.',
    'Add "Kabupaten" or "Kota", or write the code.',
  ],
  area_code_name_mismatch: [
    'Area code does not fit the name',
    '[kemendagriName:{code} is {kemendagriName} by Kemendagri][!kemendagriName:{code} is no Kemendagri code], but the name is {name}.[bpsName: BPS code {code} is {bpsName}.]',
    'Correct the code or the name.[fits: The name fits the {fitsLabel} code: declare that this column uses it.]',
  ],
  area_code_system_unknown: [
    'Area code without a name',
    '[kemendagriName:{code} is {kemendagriName} by Kemendagri. ][bpsName:By BPS it is {bpsName}. ][!bpsName:BPS codes cannot be checked yet because the table of BPS codes has not been loaded.]',
    'Write the code with a dot (64.03) or the name beside it, or declare which codes the column uses.',
  ],
  area_code_lost_zero: [
    'Area code lost a zero',
    '{code} lost its last digit; perhaps it was {perhaps}.',
    'Format the column as Text and write the codes again.',
  ],
  area_too_coarse: [
    'Only as fine as a province',
    '{code} is a province.',
    'Write the regency or city of the incident, or write "unknown".',
  ],
  unknown_value: [
    'Unknown entry for {field}',
    '"{word}" is not in the list for {field}.',
    'Choose what it stands for once for all rows, or mark it unknown. Simpul does not guess.',
  ],
  country_unknown: [
    'Country not known',
    '"{word}" is no name or code of a country.',
    'Write the name of the country or its code of three letters, such as MYS.',
  ],
  role_not_counted: [
    'Neither victim nor suspect',
    'The role {role} is not counted in clearing.',
    'Leave this row out, or correct the role.',
  ],
  not_trafficking: [
    'No case of trafficking',
    'The types of violence do not include trafficking.',
    'Leave this row out, or complete the type of violence if this is a trafficking case.',
  ],
  number_unreadable: [
    'Number cannot be read',
    '{value} is not a whole number.',
    'Write the number in digits only.',
  ],
  sum_mismatch: [
    'Number of victims differs from its parts',
    'It says {total}, the parts give {sum}.',
    'Correct it or add a note.',
  ],
  text_too_long: [
    'Entry too long',
    'Entries of more than {max} letters are not taken.',
    'Shorten it to a keyword; clearing does not need the account of events.',
  ],
  cell_formula_error: [
    'Excel formula failed',
    'This cell holds a formula error of Excel.',
    'Repair the formula or write the value itself.',
  ],
  cell_number_imprecise: [
    'Number too long for Excel',
    'A number of more than 15 digits has been changed by Excel.',
    'Format the column as Text in the original and copy it again.',
  ],
  duplicate_in_file: [
    'Perhaps a duplicate',
    'The same person in the same case already stands in row {first}.',
    'Leave one out if they are the same; leave both if they are two persons.',
  ],
};

export const fileTextsEn: Readonly<Record<FileProblem['code'], readonly [what: string, mend: string]>> = {
  header_not_found: [
    'The row of column headings was not found.',
    'Point out the row of headings, or use headings such as "Report date", "Regency" and "Sex".',
  ],
  column_missing: [
    'There is no column for {field}.',
    'Choose the column that holds it, or state one value for the whole file.',
  ],
  column_twice: ['Columns {first} and {second} are both mapped to {field}.', 'Choose one of them.'],
  column_beyond_file: [
    'This file has no column {column}.',
    'Map the columns again; the layout of the file has changed.',
  ],
  bps_crosswalk_missing: [
    'The file uses BPS codes, but the table of BPS codes has not been loaded.',
    'Load the table of BPS codes under Areas, or replace the codes by Kemendagri codes.',
  ],
  no_rows: ['The file holds no rows of data.', 'Check which sheet was chosen.'],
  unreadable: ['{textEn}', 'Mend the file and hand it in again as a new import.'],
  constant_unknown: [
    '{value} is not the code of a regency or city.',
    'Choose the regency or city from the list.',
  ],
};

export const mendTextsEn: Readonly<Record<Mend, string>> = {
  mark_unknown: 'Mark unknown',
  leave_out: 'Leave rows out',
  accept: 'Accept with a note',
  use_bps_codes: 'Use BPS codes',
  use_kemendagri_codes: 'Use Kemendagri codes',
  read_serial_dates: 'Read as Excel day numbers',
  translate_word: 'Choose the meaning',
};
