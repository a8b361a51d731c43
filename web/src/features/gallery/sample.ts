/** Invented rows; aliases are plant names, numbers are drawn in sequence. */
export interface SampleCase {
  id: string;
  number: string;
  alias: string;
  risk: 'high' | 'medium' | 'low';
  stage: string;
  place: string;
  due: string;
  late: boolean;
  victims: number;
}

const aliases = [
  'Cempaka',
  'Kenanga',
  'Ulin',
  'Kenari',
  'Bangkirai',
  'Bangau',
  'Rotan',
  'Gaharu',
  'Meranti',
  'Keruing',
];
const places = ['Samarinda', 'Balikpapan', 'Kutai Kartanegara', 'Bontang', 'Penajam Paser Utara'];
const stages = ['Intervensi', 'Asesmen', 'Identifikasi', 'Rencana', 'Reintegrasi'];
const risks = ['high', 'high', 'medium', 'medium', 'low'] as const;
const pick = <T>(from: readonly [T, ...T[]] | readonly T[], i: number): T => from[i % from.length] as T;

export const sampleCases = (count: number): SampleCase[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    number: `TPPO/64.7${i % 4}/2026/${String(131 + i).padStart(4, '0')}`,
    alias: pick(aliases, i),
    risk: pick(risks, i),
    stage: pick(stages, i),
    place: pick(places, i),
    due: `2026-11-${String(19 + (i % 11)).padStart(2, '0')}`,
    late: i < 2,
    victims: 1 + ((i * 7) % 5),
  }));
