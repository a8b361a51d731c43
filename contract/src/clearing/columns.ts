import { z } from 'zod';
import type { SensitivityClass } from '../field.ts';
import { P0, P1, P2 } from '../field.ts';
import type { CodeList } from '../standards/code-lists.ts';

interface TargetInfo {
  id: string;
  en: string;
  /** Class of what stands in the column; decides whether a sample may be shown. */
  class: SensitivityClass;
  list?: CodeList;
  /** Several columns of one file may have this target. */
  many?: boolean;
}
const target = (
  id: string,
  en: string,
  of: SensitivityClass,
  more: Omit<TargetInfo, 'id' | 'en' | 'class'> = {},
) => ({ id, en, class: of, ...more }) satisfies TargetInfo;

/** What a column of an agency's file can be recognised as. */
export const columnTargetInfo = {
  name: target('Nama', 'Name', 'P3'),
  givenName: target('Nama depan', 'Given name', 'P3'),
  middleName: target('Nama tengah', 'Middle name', 'P3'),
  familyName: target('Nama belakang', 'Family name', 'P3'),
  initials: target('Nama, disamarkan', 'Name, disguised', 'P3'),
  alias: target('Nama lain', 'Other name', 'P3', { many: true }),
  nationalId: target('NIK', 'National identity number (NIK)', 'P3'),
  passport: target('Nomor paspor', 'Passport number', 'P3'),
  identityNumber: target('Nomor identitas (NIK atau paspor)', 'Identity number (NIK or passport)', 'P3'),
  birthDate: target('Tanggal lahir', 'Date of birth', 'P3'),
  birthPlaceAndDate: target('Tempat, tanggal lahir', 'Place and date of birth', 'P3'),
  phone: target('Nomor telepon', 'Telephone number', 'P3', { many: true }),
  address: target('Alamat', 'Address', 'P3', { many: true }),
  caseNo: target('Nomor kasus', 'Case number', 'P2'),
  reportDate: target('Tanggal laporan', 'Date of report', 'P2'),
  incidentDate: target('Tanggal kejadian', 'Date of incident', 'P2'),
  registrationYear: target('Tahun pencatatan', 'Year of registration', 'P2'),
  place: target('Tempat kejadian', 'Place of incident', 'P2'),
  placeCode: target('Tempat kejadian, kode wilayah', 'Place of incident, area code', 'P2'),
  placeName: target('Tempat kejadian, kab/kota', 'Place of incident, regency or city', 'P2'),
  placeProvince: target('Tempat kejadian, provinsi', 'Place of incident, province', 'P2'),
  origin: target('Daerah asal', 'Place of origin', 'P2'),
  originCode: target('Daerah asal, kode wilayah', 'Place of origin, area code', 'P2'),
  originName: target('Daerah asal, kab/kota', 'Place of origin, regency or city', 'P2'),
  originProvince: target('Daerah asal, provinsi', 'Place of origin, province', 'P2'),
  sex: target('Jenis kelamin', 'Sex', 'P2', { list: 'sex' }),
  age: target('Umur saat kejadian', 'Age at the incident', 'P2'),
  ageGroup: target('Kelompok umur', 'Age group', 'P2'),
  child: target('Anak atau dewasa', 'Child or adult', 'P2'),
  role: target('Peran dalam kasus', 'Role in the case', 'P2', { list: 'party_role' }),
  citizenship: target('Kewarganegaraan', 'Citizenship', 'P2'),
  exploitation: target('Bentuk eksploitasi', 'Form of exploitation', 'P2', {
    list: 'exploitation_type',
    many: true,
  }),
  labourSector: target('Sektor kerja', 'Labour sector', 'P2', { list: 'labour_sector', many: true }),
  exploitationCountry: target('Negara eksploitasi', 'Country of exploitation', 'P2'),
  violenceType: target('Bentuk kekerasan', 'Type of violence', 'P2', { list: 'violence_type', many: true }),
  modus: target('Modus', 'Modus operandi', 'P2'),
  charges: target('Pasal', 'Articles charged', 'P2'),
  victimStatus: target('Status korban', 'Victim status', 'P2', { list: 'victim_status' }),
  statusDecider: target('Penentu status korban', 'Body that decided the status', 'P2', {
    list: 'status_decider',
  }),
  legalStage: target('Tahap proses hukum', 'Stage of the legal process', 'P2', { list: 'legal_stage' }),
  services: target('Jenis layanan', 'Services', 'P2', { list: 'service_type', many: true }),
  movement: target('Lingkup perpindahan', 'Scope of movement', 'P2', { list: 'movement' }),
  victimTotal: target('Jumlah korban', 'Number of victims', 'P1'),
  victimFemale: target('Jumlah korban perempuan', 'Female victims', 'P1'),
  victimMale: target('Jumlah korban laki-laki', 'Male victims', 'P1'),
  victimChild: target('Jumlah korban anak', 'Child victims', 'P1'),
  victimAdult: target('Jumlah korban dewasa', 'Adult victims', 'P1'),
} as const satisfies Record<string, TargetInfo>;

export type ColumnTarget = keyof typeof columnTargetInfo;
export const columnTargets = Object.keys(columnTargetInfo) as [ColumnTarget, ...ColumnTarget[]];
export const targetInfo: Readonly<Record<ColumnTarget, TargetInfo>> = columnTargetInfo;
export const ColumnTarget = z.enum(columnTargets);

/** Why a column that was understood is left out all the same: what the clearing does not need is not taken. */
export const leftOutReasons = {
  row_number: { id: 'nomor urut baris', en: 'running number' },
  narrative: {
    id: 'uraian kejadian tidak diperlukan untuk kliring',
    en: 'the account of events is not needed for clearing',
  },
  reporter: { id: 'identitas pelapor dilindungi', en: 'the identity of the reporter is protected' },
  other_person: { id: 'identitas orang lain dalam kasus', en: 'identity of another person in the case' },
  staff: { id: 'nama petugas tidak diperlukan', en: 'names of officials are not needed' },
  sensitive: { id: 'data khusus yang tidak diperlukan', en: 'special data that is not needed' },
  not_needed: { id: 'tidak diperlukan untuk kliring', en: 'not needed for clearing' },
  own_column: {
    id: 'kolom catatan dari unduhan perbaikan',
    en: 'column of notes from the corrected-file download',
  },
  empty: { id: 'kolom kosong', en: 'empty column' },
  unknown: { id: 'tidak dikenali', en: 'not recognised' },
} as const;
export type LeftOutReason = keyof typeof leftOutReasons;
const leftOutReasonList = Object.keys(leftOutReasons) as [LeftOutReason, ...LeftOutReason[]];

export const layouts = ['simfoni', 'police', 'htcds', 'ctdc', 'generic'] as const;
export type Layout = (typeof layouts)[number];

export const RecognisedColumn = z.object({
  index: P0(z.number().int().min(0)),
  letter: P0(z.string()),
  header: P1(z.string()),
  /** Masked: identity shows only its shape. */
  sample: P2(z.string()),
  target: P0(ColumnTarget.nullable()),
  /** For a column of marks (1, x, ya): the code a mark stands for. */
  flag: P0(z.string().nullable()),
  leftOut: P0(z.enum(leftOutReasonList).nullable()),
  confidence: P0(z.number().min(0).max(1)),
  status: P0(z.enum(['recognised', 'check', 'mapped_by_you', 'left_out'])),
  filled: P1(z.number().min(0).max(1)),
  valid: P1(z.number().min(0).max(1)),
});
export type RecognisedColumn = z.infer<typeof RecognisedColumn>;

export const yearBases = ['report', 'police', 'registration', 'offence'] as const;
export const YearBasis = z.enum(yearBases);
export type YearBasis = z.infer<typeof YearBasis>;

export const codeSystems = ['kemendagri', 'bps'] as const;
export type CodeSystem = (typeof codeSystems)[number];

/**
 * What a person decided about all rows of one cause. Each is safe: nothing is filled in that was not in the file. The
 * two kinds of codes are taken only for rows whose name confirms them, or that have no name at all.
 */
export const decisionActs = [
  'mark_unknown',
  'leave_out',
  'accept',
  'use_bps_codes',
  'use_kemendagri_codes',
  'read_serial_dates',
] as const;
export type DecisionAct = (typeof decisionActs)[number];

export const ImportDecision = z.object({
  code: P0(z.string()),
  field: P0(ColumnTarget.nullable()),
  act: P0(z.enum(decisionActs)),
  note: P2(z.string().max(500).optional()),
});
export type ImportDecision = z.infer<typeof ImportDecision>;

/** How one file is read; remembered per agency by the fingerprint of its headings. */
export const ImportMapping = z.object({
  layout: P0(z.enum(layouts)),
  columns: P0(
    z.array(
      z.object({
        index: P0(z.number().int().min(0)),
        target: P0(ColumnTarget),
        flag: P0(z.string().optional()),
      }),
    ),
  ),
  /** Which codes the area codes are. Never assumed: BPS 6403 is Kutai Kartanegara, Kemendagri 64.03 is Berau. */
  codeSystem: P0(z.enum(codeSystems).optional()),
  yearBasis: P0(YearBasis.optional()),
  dateOrder: P0(z.enum(['dmy', 'mdy']).optional()),
  /** Values that hold for the whole file because it has no column for them. */
  constants: P0(
    z
      .object({
        sex: P0(z.enum(['female', 'male', 'unknown'])),
        role: P0(z.enum(['victim', 'suspect'])),
        placeCode: P0(z.string()),
        registrationYear: P0(z.number().int()),
        exploitation: P0(z.string()),
      })
      .partial()
      .optional(),
  ),
  /** Words of this agency that a person translated: field, then the word's spelling key, then the code. */
  words: P1(z.partialRecord(ColumnTarget, z.record(z.string(), z.string())).optional()),
  decisions: P0(z.array(ImportDecision).optional()),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
