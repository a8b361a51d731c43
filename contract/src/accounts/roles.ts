/**
 * Roles of domain.md section 2 as data. A role grants capabilities; what rows a capability reaches
 * (own agency, own tenant, a clearing round) is decided by row-level security.
 */
export const capabilities = [
  'accounts.approve',
  'accounts.entrust',
  'accounts.manage',
  'accounts.read',
  'accounts.review',
  'agencies.read',
  'agencies.manage',
  'audit.read',
  'clearing.import',
  'clearing.verify',
  'clearing.round',
  'clearing.reveal',
  'duties.read',
  'duties.manage',
  'duties.verify',
  'figures.read',
  'figures.manage',
  'files.upload',
  'jobs.read',
  'regions.read',
  'regions.manage',
  'reporting.read',
  'reporting.draft',
  'reporting.sign',
] as const;
export type Capability = (typeof capabilities)[number];

export interface Role {
  code: string;
  label: { id: string; en: string };
  capabilities: readonly Capability[];
}

const everyone: Capability[] = ['regions.read', 'agencies.read', 'duties.read'];
const leader: Capability[] = [...everyone, 'figures.read', 'reporting.read'];

const role = (code: string, id: string, en: string, caps: readonly Capability[]): Role => ({
  code,
  label: { id, en },
  capabilities: [...new Set([...everyone, ...caps])],
});

export const roles: readonly Role[] = [
  role('national_secretariat', 'Sekretariat GT Pusat', 'National secretariat', leader),
  role('governor', 'Gubernur (pembina)', 'Governor', leader),
  role('tf_chair', 'Ketua Gugus Tugas', 'Task force chair', [...leader, 'reporting.sign']),
  role('tf_executive_chair', 'Ketua Harian', 'Executive chair', [...leader, 'reporting.sign']),
  role('tf_daily_exec', 'Pelaksana Harian', 'Daily executive', leader),
  role('tf_secretariat', 'Sekretariat Gugus Tugas', 'Task force secretariat', [
    ...leader,
    'agencies.manage',
    'accounts.approve',
    'accounts.entrust',
    'accounts.manage',
    'accounts.read',
    'accounts.review',
    'duties.manage',
    'duties.verify',
    'clearing.round',
    'figures.manage',
    'reporting.draft',
    'regions.manage',
    'files.upload',
    'jobs.read',
  ]),
  role('subtf_coordinator', 'Koordinator Sub Gugus Tugas', 'Sub-task-force coordinator', leader),
  role('tf_member', 'Anggota Gugus Tugas', 'Task force member', leader),
  role('planner', 'Perencana (Bappeda)', 'Planner', leader),
  role('data_contact', 'Kontak data (PIC) lembaga', 'Agency data contact', [
    'clearing.import',
    'clearing.verify',
    'figures.read',
    'files.upload',
  ]),
  role('data_steward', 'Walidata', 'Data steward', [
    'clearing.round',
    'clearing.reveal',
    'figures.read',
    'figures.manage',
    'reporting.read',
    'regions.manage',
    'files.upload',
    'jobs.read',
  ]),
  role('data_protection_officer', 'Pejabat pelindungan data pribadi', 'Data protection officer', [
    'audit.read',
    'accounts.approve',
    'accounts.read',
    'accounts.review',
  ]),
  role('legal_drafter', 'Perancang hukum (Biro Hukum)', 'Legal drafter', ['duties.verify', 'reporting.read']),
  role('cooperation_officer', 'Petugas kerja sama', 'Cooperation officer', leader),
  role('auditor', 'Auditor (Inspektorat)', 'Auditor', ['audit.read', 'figures.read', 'reporting.read']),
  role('intake_officer', 'Petugas pengaduan', 'Intake officer', []),
  role('case_manager', 'Manajer kasus', 'Case manager', []),
  role('case_supervisor', 'Kepala unit layanan', 'Case supervisor', ['figures.read']),
  role('companion', 'Pendamping', 'Companion', []),
  role('psychologist', 'Psikolog', 'Psychologist', []),
  role('social_worker', 'Pekerja sosial', 'Social worker', []),
  role('health_provider', 'Petugas layanan kesehatan', 'Health provider', []),
  role('shelter_manager', 'Pengelola rumah aman', 'Shelter manager', []),
  role('legal_aid', 'Pemberi bantuan hukum', 'Legal aid', []),
  role('police_investigator', 'Penyidik', 'Police investigator', []),
  role('prosecutor', 'Penuntut umum', 'Prosecutor', []),
  role('lpsk_liaison', 'Penghubung LPSK', 'LPSK liaison', []),
  role('immigration_officer', 'Petugas imigrasi', 'Immigration officer', []),
  role('migrant_worker_officer', 'Petugas pelindungan pekerja migran', 'Migrant worker officer', []),
  role('social_centre', 'Sentra Kemensos', 'Social centre', []),
  role('village_officer', 'Aparat desa/kelurahan', 'Village officer', []),
  role('community_watch', 'Kader masyarakat', 'Community watch', []),
  role('ngo_provider', 'Lembaga layanan masyarakat', 'NGO provider', []),
  role('business_pic', 'Penanggung jawab dunia usaha', 'Business contact', []),
  role('campus_pic', 'Penanggung jawab kampus', 'Campus contact', []),
  role('sysadmin', 'Pengelola sistem', 'System administrator', [
    'accounts.approve',
    'accounts.manage',
    'accounts.read',
    'jobs.read',
  ]),
];

/** The account that runs scheduled work of a tenant; nobody signs in as it. */
export const systemRole = role('system', 'Sistem', 'System', [
  'duties.manage',
  'clearing.round',
  'clearing.import',
  'figures.manage',
  'figures.read',
  'reporting.draft',
]);
