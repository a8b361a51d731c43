import { createHmac } from 'node:crypto';
import { makeAreaLookup } from './areas.ts';
import type { AreaLookup } from './areas.ts';
import type { RawRow } from './find-header.ts';

/** A few areas for tests; of the BPS codes only those that the geography notes name as the trap. */
const provinces = [
  { code: '62', name: 'Kalimantan Tengah' },
  { code: '64', name: 'Kalimantan Timur' },
  { code: '32', name: 'Jawa Barat' },
];
const regencies = [
  { code: '32.16', name: 'Kabupaten Bekasi' },
  { code: '32.75', name: 'Kota Bekasi' },
  { code: '62.10', name: 'Kabupaten Gunung Mas' },
  { code: '64.01', name: 'Kabupaten Paser' },
  { code: '64.02', name: 'Kabupaten Kutai Kartanegara' },
  { code: '64.03', name: 'Kabupaten Berau' },
  { code: '64.07', name: 'Kabupaten Kutai Barat' },
  { code: '64.08', name: 'Kabupaten Kutai Timur' },
  { code: '64.09', name: 'Kabupaten Penajam Paser Utara' },
  { code: '64.71', name: 'Kota Balikpapan' },
  { code: '64.72', name: 'Kota Samarinda' },
];
const bps = new Map([
  ['6402', '64.07'],
  ['6403', '64.02'],
  ['6471', '64.71'],
]);

export const areasWithoutBps: AreaLookup = makeAreaLookup({ provinces, regencies });
export const areas: AreaLookup = makeAreaLookup({ provinces, regencies, bps });
export const today = '2026-11-21';
export const testHmac = (text: string): string => createHmac('sha256', 'test').update(text).digest('hex');

export const table = (lines: readonly string[], from = 1): RawRow[] =>
  lines.map((line, i) => ({ number: from + i, cells: line.split('|').map((cell) => cell.trim()) }));

export async function* stream(rows: readonly RawRow[]): AsyncGenerator<RawRow> {
  for (const row of rows) yield row;
}
