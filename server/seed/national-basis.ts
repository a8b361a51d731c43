import type { LegalBasis } from '../src/modules/reporting/index.ts';

/**
 * Rules of the nation a task force stands on. Numbers and years were read in public sources; titles are our wording
 * of what the rule is about, to be compared with the official text (mark `memory`) before they are relied on.
 */
const rule = (
  key: string,
  kind: string,
  number: string,
  year: number,
  title: string,
  mark: LegalBasis['mark'],
): LegalBasis => ({
  key,
  kind,
  number,
  year,
  title,
  part: 'national',
  mark,
  source: 'peraturan nasional',
  note: null,
});

export const nationalBasis: readonly LegalBasis[] = [
  rule('uu-21-2007', 'law', '21', 2007, 'Pemberantasan Tindak Pidana Perdagangan Orang', 'verified'),
  rule('perpres-69-2008', 'presidential', '69', 2008, 'Gugus Tugas Pencegahan dan Penanganan TPPO', 'memory'),
  rule('perpres-22-2021', 'presidential', '22', 2021, 'Perubahan atas Perpres 69/2008', 'memory'),
  rule(
    'permen-pppa-8-2021',
    'ministerial',
    '8',
    2021,
    'Standar operasional prosedur pelayanan terpadu bagi saksi dan/atau korban TPPO',
    'verified',
  ),
  rule(
    'perpres-19-2023',
    'presidential',
    '19',
    2023,
    'Rencana Aksi Nasional Pencegahan dan Penanganan TPPO',
    'memory',
  ),
  rule('perpres-49-2023', 'presidential', '49', 2023, 'Perubahan kedua atas Perpres 69/2008', 'verified'),
  rule('perkh-1-2025', 'chair_rule', '1', 2025, 'Sub gugus tugas pusat dan daerah', 'verified'),
];
