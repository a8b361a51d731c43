import type { Figure } from '@simpul/contract/figures/figure';

/** What stands under a figure on paper and in files, in Indonesian; codes that are already words pass as they are. */

const rules: Record<string, string> = {
  clearing_person_case_1:
    'Orang yang dicatat beberapa instansi dihitung satu kali menurut putusan kliring; kasus ialah kumpulan catatan yang berbagi korban atau nomor perkara satu instansi',
};
const yearBases: Record<string, string> = {
  as_stated_by_source: 'Tahun menurut tanggal yang dipakai tiap instansi (laporan, laporan polisi, SPDP)',
};
const statusSets: Record<string, string> = {
  all_confirmed: 'Semua catatan yang dikonfirmasi kontak data instansi, apa pun status identifikasinya',
};
const sources: Record<string, string> = { clearing: 'Kliring Gugus Tugas PP-TPPO' };

export const ruleWords = (f: Pick<Figure, 'countingRule'>): string => rules[f.countingRule] ?? f.countingRule;
export const yearBasisWords = (f: Pick<Figure, 'yearBasis'>): string =>
  f.yearBasis === null ? 'tidak disebut sumber' : (yearBases[f.yearBasis] ?? f.yearBasis);
export const statusWords = (f: Pick<Figure, 'statusSet'>): string =>
  f.statusSet === null ? 'tidak disebut sumber' : (statusSets[f.statusSet] ?? f.statusSet);
export const sourceWords = (f: Pick<Figure, 'source'>): string => sources[f.source] ?? f.source;
