import { writeDate } from './days.ts';
import type { DateStyle } from './days.ts';
import type { Places } from './places.ts';
import type { AgencyCode, Sighting } from './sightings.ts';
import { htcds, kemensos, plain, polri, simfoni, word } from './words.ts';

export type FormName = 'simfoni' | 'polri' | 'kemensos' | 'htcds' | 'plain';

export interface RowContext {
  /** Place in the file, from 1. */
  number: number;
  /** The agency's own number of the case, marked as an example. */
  caseNumber: string;
  places: Places;
}
export interface Column {
  heading: string;
  /** What the column is in the data standard (`entity.variable`); null for a column that only counts lines. */
  variable: string | null;
  cell: (s: Sighting, context: RowContext) => string;
}
export interface AgencyForm {
  agencyCode: AgencyCode;
  form: FormName;
  dateStyle: DateStyle;
  columns: readonly Column[];
}

type Cell = Column['cell'];
const column = (heading: string, variable: string | null, cell: Cell): Column => ({
  heading,
  variable,
  cell,
});
const line = (heading: string) => column(heading, null, (_, { number }) => String(number));
const caseNo = (heading: string) => column(heading, 'case.registration_no', (_, c) => c.caseNumber);
const reported = (heading: string, style: DateStyle) =>
  column(heading, 'case.report_date', (s) => writeDate(s.reportDate, style));
const incident = (heading: string, style: DateStyle) =>
  column(heading, 'case.incident_date_from', (s) => writeDate(s.case.incidentDate, style));
const name = (heading: string) => column(heading, 'person.full_name', (s) => s.written.name);
const nik = (heading: string) => column(heading, 'person.nik', (s) => s.written.nik);
const passport = (heading: string) => column(heading, 'person.passport_no', (s) => s.written.passport);
const born = (heading: string, style: DateStyle) =>
  column(heading, 'person.birth_date', (s) => writeDate(s.written.birthDate, style));
const age = (heading: string) => column(heading, 'victim.age_at_detection', (s) => String(s.age));
const sex = (heading: string, words: Readonly<Record<string, string>>) =>
  column(heading, 'person.sex', (s) => word(words, s.person.sex));
const nationality = (heading: string) =>
  column(heading, 'person.citizenship', (s) => word(plain.citizenship, s.person.citizenship));
const wni = (heading: string) =>
  column(heading, 'person.citizenship', (s) =>
    s.person.citizenship === 'ID' ? 'WNI' : word(plain.citizenship, s.person.citizenship),
  );
const origin = (heading: string) =>
  column(heading, 'person.home_admin_code', (s, { places }) =>
    s.person.originCode ? places.regency(s.person.originCode).name : '',
  );
const area = (heading: string) =>
  column(heading, 'case.place_admin_code', (s, { places }) => places.regency(s.case.areaCode).name);
const form = (heading: string, words: Readonly<Record<string, string>>) =>
  column(heading, 'event.exploitation.type', (s) => (s.role === 'victim' ? word(words, s.form) : ''));
const status = (heading: string, words: Readonly<Record<string, string>>) =>
  column(heading, 'victim.status', (s) => word(words, s.victimStatus));
const role = (heading: string) => column(heading, 'party.role', (s) => word(plain.role, s.role));
const service = (heading: string, words: Readonly<Record<string, string>>) =>
  column(heading, 'service.type', (s) => word(words, s.service));
const articles = (heading: string) => column(heading, 'proceeding.charges', () => 'UU 21/2007');

const dmy = 'dd/mm/yyyy';
const iso = 'yyyy-mm-dd';
const dash = 'dd-mm-yyyy';

const uptdKaltim: readonly Column[] = [
  line('No'),
  caseNo('No. Registrasi'),
  reported('Tanggal Pelaporan', dmy),
  incident('Tanggal Kejadian', dmy),
  column('Kategori Lokasi', 'case.incident_place', (s) => word(simfoni.incidentPlace, s.case.incidentPlace)),
  area('Kabupaten/Kota Kejadian'),
  column('Kecamatan Kejadian', 'case.place_district', (s) => s.case.district.name),
  name('Nama Korban'),
  nik('NIK'),
  sex('Jenis Kelamin', simfoni.sex),
  column('Tempat Lahir', 'person.birth_place', (s) => s.person.birthPlace),
  born('Tanggal Lahir', dmy),
  age('Usia'),
  wni('Kewarganegaraan'),
  origin('Kabupaten/Kota Asal'),
  column('Pendidikan', 'person.education', (s) => word(simfoni.education, s.person.education)),
  column('Pekerjaan', 'person.occupation', (s) => word(simfoni.occupation, s.person.occupation)),
  column('Status Perkawinan', 'person.marital_status', (s) =>
    word(simfoni.maritalStatus, s.person.maritalStatus),
  ),
  column('Bentuk Kekerasan', 'victim.violence_types', (s) =>
    s.form === 'sexual' ? 'Trafficking; Seksual' : 'Trafficking; Eksploitasi',
  ),
  form('Kategori Trafficking', simfoni.form),
  column('Hubungan dengan Korban', 'victim.recruiter_relation', (s) =>
    word(simfoni.relation, s.case.relation),
  ),
  service('Pelayanan', simfoni.service),
  column('Status Kasus', 'case.status', (s) =>
    s.reportDate < '2024-07-01' ? 'Sudah Diproses' : 'Sedang Diproses',
  ),
];

const uptdSamarinda: readonly Column[] = [
  line('No'),
  caseNo('No. Registrasi'),
  reported('Tgl Lapor', dash),
  incident('Tgl Kejadian', dash),
  area('Kab/Kota TKP'),
  name('Nama'),
  nik('NIK'),
  sex('L/P', polri.sex),
  born('Tgl Lahir', dash),
  age('Umur'),
  origin('Kab/Kota Asal'),
  column('Pendidikan Terakhir', 'person.education', (s) => word(simfoni.education, s.person.education)),
  column('Pekerjaan', 'person.occupation', (s) => word(simfoni.occupation, s.person.occupation)),
  form('Kategori Trafficking', simfoni.form),
  column('Hub. Pelaku', 'victim.recruiter_relation', (s) => word(simfoni.relation, s.case.relation)),
  service('Layanan Diberikan', simfoni.service),
];

const polda: readonly Column[] = [
  line('NO'),
  column('NO LP', 'proceeding.lp_number', (_, c) => c.caseNumber),
  reported('TGL LP', dmy),
  incident('WAKTU KEJADIAN', dmy),
  column('TKP', 'case.place_admin_code', (s, { places }) =>
    places.regency(s.case.areaCode).name.toUpperCase(),
  ),
  role('STATUS ORANG'),
  column('NAMA', 'person.full_name', (s) => s.written.name.toUpperCase()),
  nik('NIK'),
  passport('NO PASPOR'),
  sex('JK', polri.sex),
  born('TGL LAHIR', dmy),
  age('UMUR'),
  nationality('KEBANGSAAN'),
  origin('DAERAH ASAL'),
  form('JENIS TPPO', polri.form),
  articles('PASAL'),
  column('KORBAN P', 'case.victims_female', (s) => String(s.femaleCount)),
  column('KORBAN L', 'case.victims_male', (s) => String(s.maleCount)),
  column('JML KORBAN', 'case.victims_total', (s) => String(s.femaleCount + s.maleCount)),
  column('PROSES HUKUM', 'proceeding.stage', (s) => word(polri.stage, s.legalStage)),
];

const dinsos: readonly Column[] = [
  line('NO'),
  caseNo('NO REGISTER'),
  reported('TANGGAL DITERIMA', iso),
  name('NAMA KORBAN'),
  nik('NIK'),
  sex('JENIS KELAMIN', simfoni.sex),
  born('TANGGAL LAHIR', iso),
  age('USIA'),
  column('KODE WILAYAH', 'case.place_admin_code', (s) => s.case.areaCode),
  column('KABUPATEN/KOTA', 'case.place_name', (s, { places }) => places.regency(s.case.areaCode).name),
  origin('DAERAH ASAL'),
  form('BENTUK EKSPLOITASI', kemensos.form),
  status('STATUS KORBAN', kemensos.status),
  service('JENIS LAYANAN', kemensos.service),
];

const bp3mi: readonly Column[] = [
  line('No'),
  caseNo('No. Register'),
  reported('Tgl Terima', dmy),
  name('Nama PMI'),
  nik('NIK'),
  passport('No. Paspor'),
  sex('Jenis Kelamin', polri.sex),
  born('Tanggal Lahir', dmy),
  origin('Kab/Kota Asal'),
  column('Negara Penempatan', 'event.exploitation.country', (s) => word(plain.country, s.case.country)),
  column('Jabatan', 'event.exploitation.labour_detail', (s) =>
    s.case.labourDetail ? word(plain.occupation, s.case.labourDetail) : '',
  ),
  column('Status Penempatan', 'victim.migration_status', () => 'PMI nonprosedural'),
  area('Kab/Kota'),
  form('Jenis Eksploitasi', plain.form),
  status('Status Korban', plain.status),
];

const rsud: readonly Column[] = [
  line('No'),
  caseNo('No. Register'),
  reported('Tgl Masuk', dash),
  name('Nama Pasien'),
  nik('NIK'),
  sex('JK', polri.sex),
  born('Tgl Lahir', dash),
  age('Umur (th)'),
  area('Kab/Kota Kejadian'),
  status('Status TPPO', plain.status),
  column('Bentuk TPPO', 'event.exploitation.type', (s) =>
    s.form === s.case.form ? word(plain.form, s.form) : 'Tidak diketahui',
  ),
  column('Pelayanan', 'service.type', () => 'Kesehatan'),
];

const kejati: readonly Column[] = [
  line('No'),
  caseNo('No. Perkara'),
  reported('Tanggal SPDP', 'd MMMM yyyy'),
  incident('Tempus Delicti', 'MMMM yyyy'),
  area('Locus Delicti'),
  name('Nama'),
  role('Peran'),
  nik('NIK'),
  sex('Jenis Kelamin', plain.sex),
  born('Tanggal Lahir', 'd MMMM yyyy'),
  nationality('Kebangsaan'),
  form('Bentuk Eksploitasi', plain.form),
  articles('Pasal yang Disangkakan'),
  column('Tahap', 'proceeding.stage', (s) => word(plain.stage, s.legalStage)),
  column('Jumlah Korban', 'case.victims_total', (s) => String(s.femaleCount + s.maleCount)),
];

/** The first word is the given name; a person with one name has no second one. */
const firstName = (s: Sighting) => s.written.name.split(' ')[0] ?? '';
const otherNames = (s: Sighting) => s.written.name.split(' ').slice(1).join(' ');
const sexual = (s: Sighting) => s.form === 'sexual';
const online = (s: Sighting) => s.case.channel === 'social_media';

/** Keys of HTCDS 2.0 flat rows, in the standard's order; value names as the standard spells them. */
const lbh: readonly Column[] = [
  column('org_Name', 'organisation.name', () => 'LBH Kaltim (contoh)'),
  column('org_Type', 'organisation.type', () => 'LegalService'),
  column('prs_FirstName', 'person.full_name', firstName),
  column('prs_SecondName', 'person.full_name', otherNames),
  born('prs_Birthdate', iso),
  sex('prs_Gender', htcds.sex),
  column('prs_MaritalStatus', 'person.marital_status', (s) =>
    word(htcds.maritalStatus, s.person.maritalStatus),
  ),
  column('prs_HighestLevelOfEducation', 'person.education', (s) =>
    s.person.education === 'none' ? '' : word(htcds.education, s.person.education),
  ),
  column('prs_Citizenship', 'person.citizenship', (s) => s.person.citizenship),
  nik('prs_IdentityNumber'),
  origin('prs_MailingCity'),
  column('prs_MailingCountry', 'person.address', (s) => s.person.citizenship),
  status('vic_TraffickingStatus', htcds.status),
  column('vic_TraffickingStatusDecisionMakingOrg', 'victim.status_decider', (s) =>
    s.victimStatus === 'identified' ? 'Police' : 'NGO',
  ),
  column('vic_RelationshipToTrafficker', 'victim.recruiter_relation', (s) =>
    word(htcds.relation, s.case.relation),
  ),
  column('vic_AgeWhenTrafficked', 'victim.age_at_first_exploitation', (s) => String(s.age)),
  column('vic_RecruitmentWebsitesAndApps', 'victim.recruitment_platforms', (s) =>
    online(s) ? 'Facebook;WhatsApp' : '',
  ),
  column('vic_MethodOfRecruitment', 'victim.recruitment_channels', (s) =>
    word(htcds.channel, s.case.channel),
  ),
  column('vic_MethodsOfControl', 'victim.control_methods', (s) =>
    sexual(s) ? 'FalsePromises;TakesEarnings' : 'FalsePromises;DebtBondage;WithholdsDocuments',
  ),
  form('vic_TypeOfExploitation', htcds.form),
  column('vic_ForcedLabourIndustry', 'event.exploitation.labour_sector', (s) =>
    s.case.labourSector && !sexual(s) ? word(htcds.sector, s.case.labourSector) : '',
  ),
  column('vic_TypeOfSexExploitation', 'event.exploitation.sexual_subtype', (s) =>
    sexual(s) ? 'Prostitution' : '',
  ),
  column('vic_LocationOfExploitation', 'event.exploitation.country', (s) => s.case.country),
  column('cas_Status', 'case.status', (s) => (s.reportDate < '2024-07-01' ? 'Closed' : 'Active')),
  column('cas_CaseOwner', 'case.owner_user', () => 'Paralegal LBH Kaltim'),
  column('cas_IncomingReferralDate', 'case.report_date', (s) => s.reportDate),
  column('hte_City', 'case.place_admin_code', (s, { places }) => places.regency(s.case.areaCode).name),
  column('hte_Country', 'case.place_country', () => 'ID'),
  column('hte_State', 'case.place_province', () => 'Kalimantan Timur'),
  column('hte_Date', 'case.incident_date_from', (s) => s.case.incidentDate),
  column('hte_Type', 'route_leg.type', () => 'Recruitment'),
  column('con_Consent', 'consent.item', () => 'TRUE'),
];

export const agencyForms: readonly AgencyForm[] = [
  { agencyCode: 'uptd-ppa-kaltim', form: 'simfoni', dateStyle: dmy, columns: uptdKaltim },
  { agencyCode: 'polda-kaltim-renakta', form: 'polri', dateStyle: dmy, columns: polda },
  { agencyCode: 'dinsos-kaltim', form: 'kemensos', dateStyle: iso, columns: dinsos },
  { agencyCode: 'bp3mi-kalsel', form: 'plain', dateStyle: dmy, columns: bp3mi },
  { agencyCode: 'rsud-aws', form: 'plain', dateStyle: dash, columns: rsud },
  { agencyCode: 'lbh-kaltim', form: 'htcds', dateStyle: iso, columns: lbh },
  { agencyCode: 'kejati-kaltim', form: 'plain', dateStyle: 'd MMMM yyyy', columns: kejati },
  { agencyCode: 'uptd-ppa-samarinda', form: 'simfoni', dateStyle: dash, columns: uptdSamarinda },
];
