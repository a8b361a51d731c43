/** A police file of any length, of invented people, without an error: cheap to make, the same at every run. */
import fs from 'node:fs';
import { makeName } from '../../server/seed/names.ts';
import { makeNik } from '../../server/seed/nik.ts';
import { makeRandom } from '../../server/seed/random.ts';
import { ageOn, writeDate } from '../../server/seed/days.ts';

export const headings =
  'NO;NO LP;TGL LP;WAKTU KEJADIAN;TKP;STATUS ORANG;NAMA;NIK;NO PASPOR;JK;TGL LAHIR;UMUR;KEBANGSAAN;DAERAH ASAL;JENIS TPPO;PASAL;KORBAN P;KORBAN L;JML KORBAN;PROSES HUKUM';
const places = [
  'KOTA SAMARINDA',
  'KOTA BALIKPAPAN',
  'KABUPATEN KUTAI KARTANEGARA',
  'KABUPATEN PENAJAM PASER UTARA',
  'KOTA BONTANG',
];
const origins = ['Kabupaten Jember', 'Kabupaten Bulukumba', 'Kota Samarinda', 'Kabupaten Lombok Tengah'];
const districts = ['64.72.03', '64.71.02', '64.02.06', '64.09.01'];
const forms = ['Kerja paksa', 'Eksploitasi seksual'];
const cultures = ['kaltim', 'banjar', 'bugis', 'sunda', 'ntt'] as const;
const two = (n: number) => String(n).padStart(2, '0');

/** `set` tells files apart: the rows of one are not those of another. */
export function* largeFile(rows: number, set = 'A'): Generator<string> {
  const random = makeRandom(rows, set);
  yield `${headings}\r\n`;
  for (let n = 1; n <= rows; n += 1) {
    const sex = n % 3 === 0 ? 'male' : 'female';
    const born = `${1970 + (n % 33)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
    const reported = `2024-${two(10 + (n % 3))}-${two(1 + (n % 30))}`;
    const happened = `2024-${two(1 + (n % 9))}-${two(1 + (n % 28))}`;
    const nik =
      n % 4 === 0
        ? ''
        : makeNik({
            districtCode: districts[n % districts.length] ?? '',
            birthDate: born,
            sex,
            serial: 9001 + (Math.trunc(n / 1000) % 999),
          });
    const cells = [
      n,
      `LP/B/${set}${n}/CONTOH/2024`,
      writeDate(reported, 'dd/mm/yyyy'),
      writeDate(happened, 'dd/mm/yyyy'),
      places[n % places.length],
      'Korban',
      makeName(random, cultures[n % cultures.length] ?? 'kaltim', sex).full.toUpperCase(),
      nik,
      '',
      sex === 'male' ? 'L' : 'P',
      writeDate(born, 'dd/mm/yyyy'),
      ageOn(born, happened),
      'Indonesia',
      origins[n % origins.length],
      forms[n % forms.length],
      'UU 21/2007',
      sex === 'male' ? 0 : 1,
      sex === 'male' ? 1 : 0,
      1,
      'Sidik',
    ];
    yield `${cells.join(';')}\r\n`;
  }
}

export function writeLargeFile(file: string, rows: number, set?: string): void {
  const out = fs.openSync(file, 'w');
  try {
    let waiting = '\uFEFF';
    for (const line of largeFile(rows, set)) {
      waiting += line;
      if (waiting.length < 1_000_000) continue;
      fs.writeSync(out, waiting);
      waiting = '';
    }
    fs.writeSync(out, waiting);
  } finally {
    fs.closeSync(out);
  }
}
