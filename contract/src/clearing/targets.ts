import type { SensitivityClass } from '../field.ts';
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
  modus: target('Modus', 'Modus operandi', 'P4'),
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
export const leftOutReasonList = Object.keys(leftOutReasons) as [LeftOutReason, ...LeftOutReason[]];
