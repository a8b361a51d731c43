import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { ImportMapping, RecognisedColumn } from '@simpul/contract/clearing/columns';
import { checkMapping } from './check-mapping.ts';
import { checkRows } from './check-rows.ts';
import type { CheckedRow } from './check-rows.ts';
import { areas, areasWithoutBps, stream, table, testHmac, today } from './fixtures.ts';
import { findHeader, headerAt } from './find-header.ts';
import type { FoundHeader, RawRow } from './find-header.ts';
import { headerFingerprint, rowFingerprints } from './fingerprint.ts';
import { compileMapping } from './compile-mapping.ts';
import { proposeMapping, recogniseColumns } from './recognise-columns.ts';

function recognise(rows: readonly RawRow[]): {
  header: FoundHeader;
  columns: RecognisedColumn[];
  mapping: ImportMapping;
} {
  const header = findHeader(rows);
  if (!header) throw new Error('no header found');
  const below = rows.filter((row) => row.number > header.lastHeaderRow);
  const columns = recogniseColumns(header, below, { areas, today });
  return { header, columns, mapping: proposeMapping(header, columns) };
}
const short = (columns: readonly RecognisedColumn[]) =>
  columns.map((c) => c.target ?? `(${c.leftOut ?? ''})`);
async function check(
  rows: readonly RawRow[],
  mapping: ImportMapping,
  header: FoundHeader,
): Promise<CheckedRow[]> {
  const all: CheckedRow[] = [];
  const options = { hmac: testHmac, lastHeaderRow: header.lastHeaderRow };
  for await (const row of checkRows(stream(rows), mapping, areas, today, options)) all.push(row);
  return all;
}

describe('a police recapitulation', () => {
  const police = table([
    'REKAPITULASI KASUS TPPO',
    'POLDA KALIMANTAN TIMUR TRIWULAN III 2026',
    '',
    'NO LP | TGL LAPOR | KAB/KOTA | INISIAL KRB | UMUR | JK | MODUS | PASAL | KET',
    '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9',
    'LP/B/101/VIII/2026 | 11/08/2026 | 6402 KUBAR | SA | 17 | P | janji kerja karaoke | 2, 10 UU 21/07 | -',
    'LP/B/102/VIII/2026 | 12/08/2026 | SAMARINDA | M.B. | 23 th | L | lowongan daring | Pasal 2 ayat (1) jo 17 UU No. 21 Tahun 2007; 81 UU 18/2017 | DPO 1',
    'LP/B/103/IX/2026 | 31/09/2026 | 64.71 | R | 170 | P | kapal ikan | 2 UU 21/07 |',
    'JUMLAH | | | | | | | |',
  ]);

  test('is recognised as the mock-up shows it', () => {
    const { header, columns } = recognise(police);
    expect([header.layout, header.lastHeaderRow]).toEqual(['police', 4]);
    expect(short(columns)).toEqual([
      'caseNo',
      'reportDate',
      'place',
      'initials',
      'age',
      'sex',
      'modus',
      'charges',
      '(not_needed)',
    ]);
    expect(columns.map((c) => c.letter).join('')).toBe('ABCDEFGHI');
    expect(columns.map((c) => c.sample).slice(0, 4)).toEqual([
      'LP/B/••/VIII/2026',
      '11/08/2026',
      '6402 KUBAR',
      '•••',
    ]);
  });

  test('its rows come through, with the articles taken apart and the police as the basis', async () => {
    const { header, mapping } = recognise(police);
    const all = await check(
      police,
      { ...mapping, decisions: [{ code: 'area_code_name_mismatch', field: 'place', act: 'use_bps_codes' }] },
      header,
    );
    expect(all.map((r) => r.status)).toEqual(['skipped', 'ready', 'ready', 'problem', 'skipped']);
    expect(all[1]?.source).toMatchObject({
      identity: { initials: 'SA' },
      case: {
        placeCode: '64.07',
        child: 'yes',
        yearBasis: 'police',
        countingYear: 2026,
        charges: [
          { law: 'uu21_2007', article: '2' },
          { law: 'uu21_2007', article: '10' },
        ],
      },
    });
    // CLR-46: free text on how it happened is sealed with the identity.
    expect(all[1]?.source?.identity?.modus).toBe('janji kerja karaoke');
    expect(JSON.stringify(all.map((r) => r.source?.case))).not.toContain('karaoke');
    expect(all[2]?.source?.case.charges).toEqual([
      { law: 'uu21_2007', article: '2 (1)' },
      { law: 'uu21_2007', article: '17' },
      { law: 'uu18_2017', article: '81' },
    ]);
    expect(all[3]?.problems.map((p) => `${p.column ?? ''}:${p.code}`)).toEqual([
      'B:date_not_in_calendar',
      'E:age_out_of_range',
    ]);
  });
});

describe('a Simfoni-style file', () => {
  const simfoni = table([
    'no_registrasi|tanggal_pelaporan|tanggal_kejadian|konselor|deskripsi|kota|provinsi|status|nama|jenis_kelamin|usia|ttl|alamat|telepon|agama|tindak_kekerasan|kategori_trafficking|pelayanan|nama_pelaku|hubungan_dengan_korban',
    'REG-1|2024-05-02|2024-04|Petugas A|cerita panjang|Kota Samarinda|Kalimantan Timur|Menikah|Contoh Satu|Perempuan|17|Samarinda, 14-03-2007|Jl. Contoh 1|081200000001|-|Trafficking, Seksual|Eksploitasi Seksual|Pengaduan; Kesehatan|Orang Lain|Pacar/Teman',
    'REG-2|2024-06-11|2024|Petugas A|cerita panjang|Kab. Berau|Kalimantan Timur|Belum Menikah|Contoh Dua|Laki-laki|30|Berau, 01-02-1994|Jl. Contoh 2|081200000002|-|Fisik|-|Pengaduan|Orang Lain|Majikan',
  ]);

  test('takes what clearing needs and leaves the rest, suspects and accounts first', () => {
    const { header, columns } = recognise(simfoni);
    expect(header.layout).toBe('simfoni');
    expect(short(columns)).toEqual([
      'caseNo',
      'reportDate',
      'incidentDate',
      '(staff)',
      '(narrative)',
      'place',
      'placeProvince',
      '(not_needed)',
      'name',
      'sex',
      'age',
      'birthPlaceAndDate',
      'address',
      'phone',
      '(sensitive)',
      'violenceType',
      'exploitation',
      'services',
      '(other_person)',
      '(not_needed)',
    ]);
    // Columns that are left out and identity show their shape alone.
    expect([columns[3]?.sample, columns[8]?.sample, columns[13]?.sample]).toEqual([
      '••• •••',
      '••• •••',
      '############',
    ]);
  });

  test('rows', async () => {
    const { header, mapping } = recognise(simfoni);
    const [first, second] = await check(simfoni, mapping, header);
    expect(first?.problems).toEqual([]);
    expect(first?.source).toMatchObject({
      identity: { name: 'Contoh Satu', birthDate: '2007-03-14', phones: ['081200000001'] },
      case: {
        exploitation: ['sexual'],
        services: ['complaint_identification', 'health'],
        placeCode: '64.72',
      },
    });
    expect(second?.problems.map((p) => p.code)).toEqual(['not_trafficking']);
  });
});

describe('two rows of headings', () => {
  const rows = table([
    'DATA KASUS 2024',
    'NO | NO LP | TGL LAPOR | KORBAN | | | TERSANGKA | | TKP',
    ' | | | NAMA | UMUR | JK | NAMA | UMUR | KAB/KOTA',
    '1 | LP/1/2024 | 02/05/2024 | Contoh Satu | 17 | P | Orang Lain | 40 | Samarinda',
  ]);
  test('the group tells the victim from the suspect', () => {
    const { header, columns } = recognise(rows);
    expect(header.lastHeaderRow).toBe(3);
    expect(short(columns)).toEqual([
      '(row_number)',
      'caseNo',
      'reportDate',
      'name',
      'age',
      'sex',
      '(other_person)',
      '(other_person)',
      'place',
    ]);
    expect(columns[4]?.header).toBe('KORBAN · UMUR');
  });

  test('a kab/kota under the address is where the person comes from', () => {
    const { columns } = recognise(
      table([
        'NO LP | TGL LAPOR | JK | ALAMAT KORBAN | | TKP',
        ' | | | KAB/KOTA | PROVINSI | KAB/KOTA',
        'LP/1 | 02/05/2024 | P | Berau | Kaltim | Samarinda',
      ]),
    );
    expect(short(columns)).toEqual(['caseNo', 'reportDate', 'sex', 'origin', 'originProvince', 'place']);
  });
});

describe('the HTCDS template', () => {
  const rows: RawRow[] = [
    {
      number: 1,
      cells: [
        '',
        'cas_CaseOwner',
        'prs_FirstName',
        'prs_SecondName',
        'prs_Birthdate',
        'prs_Gender',
        'prs_Citizenship',
        'prs_MailingCity',
        'prs_MailingCountry',
        'prs_MailingState',
        'vic_TraffickingStatus',
        'vic_TraffickinStatusDecisionMakingOrg',
        'vic_TypeOfExploitation',
        'vic_ForcedLabourIndustry',
        'cas_IncomingReferralDate',
        '',
        'hte_City',
      ],
    },
    {
      number: 2,
      cells: [
        '',
        'Case Owner',
        'First Name',
        'Second Name',
        'Birthdate',
        'Gender',
        'Citizenship',
        'Mailing Street',
        'Mailing City',
        'Mailing State/Province',
        'Trafficking Status',
        'Trafficking Status Decision Making Organization',
        'Type of Exploitation',
        'Forced Labour Industry',
        'Incoming Referral Date',
        'Reason for Outgoing Referral',
        'City',
      ],
    },
    {
      number: 3,
      cells: [
        '1',
        'Petugas',
        'Contoh',
        'Dua',
        '2008-03-14',
        'Feminine\u00a0',
        'ID',
        'Jl. Contoh 1',
        'Kutai Barat',
        'Kalimantan Timur',
        'Actual victim of trafficking',
        'Non-police governmental organization',
        'Forced labour; Sexual exploitation ;Forced begging',
        'F_Construction C_Manufacturing',
        '2024-05-02',
        'Other',
        'Balikpapan',
      ],
    },
  ];

  test('the shifted address columns follow their labels, the misspelt and nameless ones are found', () => {
    const { header, columns } = recognise(rows);
    expect([header.layout, header.lastHeaderRow]).toEqual(['htcds', 2]);
    expect(short(columns)).toEqual([
      '(unknown)',
      '(staff)',
      'givenName',
      'familyName',
      'birthDate',
      'sex',
      'citizenship',
      'address',
      'originName',
      'originProvince',
      'victimStatus',
      'statusDecider',
      'exploitation',
      'labourSector',
      'reportDate',
      '(not_needed)',
      'placeName',
    ]);
  });

  test('labels, names, several values and no-break spaces are read', async () => {
    const { header, mapping } = recognise(rows);
    const [row] = await check(rows, mapping, header);
    expect(row?.problems).toEqual([]);
    expect(row?.source).toMatchObject({
      identity: { name: 'Contoh Dua', address: 'Jl. Contoh 1', birthDate: '2008-03-14' },
      case: {
        sex: 'female',
        citizenship: 'IDN',
        originCode: '64.07',
        placeCode: '64.71',
        victimStatus: 'identified',
        statusDecider: 'government_other',
        exploitation: ['forced_labour', 'sexual', 'forced_begging'],
        labourSectors: ['F', 'C'],
        child: 'yes',
      },
    });
  });

  test('a flat row without labels', () => {
    const { columns } = recognise(
      table([
        'prs_First_Name|prs_Gender|vic_TypeOfExploitation|cas_IncomingReferralDate|hte_City',
        'Contoh|Male|Illicit activities|2024-05-02|Samarinda',
      ]),
    );
    expect(short(columns)).toEqual(['givenName', 'sex', 'exploitation', 'reportDate', 'placeName']);
  });
});

describe('published rows without identity', () => {
  const layouts = [
    [
      '2024 layout',
      new URL('../../../../../../shared/data/ctdc/global-synthetic-layout.fixture.csv', import.meta.url),
      240,
    ],
    [
      'victim-perpetrator layout',
      new URL('../../../../../../shared/data/ctdc/vp-synthetic-sample.csv', import.meta.url),
      442,
    ],
  ] as const;
  test.skipIf(layouts.some(([, file]) => !existsSync(file))).each(layouts)(
    'CTDC, %s: counted by rule, never linked',
    async (_, file, count) => {
      const cells = parse(readFileSync(file, 'utf8')) as string[][];
      const rows = cells.map((c, i) => ({ number: i + 1, cells: c }));
      const { header, mapping } = recognise(rows.slice(0, 200));
      expect(header.layout).toBe('ctdc');
      expect(checkMapping(mapping, areas, 27)).toEqual([]);
      const decisions: ImportMapping['decisions'] = (['year_band', 'required_missing'] as const).map(
        (code) => ({
          code,
          field: 'registrationYear',
          act: 'leave_out',
        }),
      );
      const all = await check(rows, { ...mapping, decisions }, header);
      // Rows of several years or of none cannot be counted in a year; a person leaves them out, visibly.
      expect(all.filter((r) => r.status === 'ready')).toHaveLength(count);
      expect(all).toHaveLength(rows.length - 1);
      expect(all.every((r) => r.problems.length === 0)).toBe(true);
      expect(
        all.every((r) => r.source === undefined || (!r.source.linkable && r.source.identity === null)),
      ).toBe(true);
    },
  );
  test.skipIf(!existsSync(layouts[0][1]))('CTDC, 2024 layout: the expected counts by form', async () => {
    const file = layouts[0][1];
    const rows = (parse(readFileSync(file, 'utf8')) as string[][]).map((c, i) => ({
      number: i + 1,
      cells: c,
    }));
    const { header, mapping } = recognise(rows);
    const all = await check(rows, mapping, header);
    const expected = JSON.parse(
      readFileSync(new URL('global-synthetic-layout.expected.json', file), 'utf8'),
    ) as {
      fixture: { exploitation: { counts: Record<string, number> } };
    };
    const forms = (form: string) =>
      all.filter((r) => r.source?.case.exploitation.some((f) => f === form)).length;
    expect([forms('forced_labour'), forms('sexual'), forms('other')]).toEqual(
      Object.values(expected.fixture.exploitation.counts),
    );
  });
  test('an invented row of the 2024 layout', async () => {
    const rows = table(
      [
        'yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,isForcedLabour,isSexualExploit,isOtherExploit',
        '2021,Woman,09--17,IDN,MYS,1,,',
        '2020,,48+,,,,,',
      ].map((l) => l.replaceAll(',', '|')),
    );
    const { header, mapping } = recognise(rows);
    const [first, second] = await check(rows, mapping, header);
    expect(first?.source?.case).toMatchObject({
      sex: 'female',
      ageMin: 9,
      ageMax: 17,
      child: 'yes',
      citizenship: 'IDN',
      exploitationCountry: 'MYS',
      exploitation: ['forced_labour'],
      yearBasis: 'registration',
      placeCode: null,
    });
    expect(second?.source?.case).toMatchObject({ sex: 'unknown', child: 'no', exploitation: [] });
  });
});

describe('where a heading leaves room, the content decides', () => {
  const pick = (heading: string, values: readonly string[]) => {
    const rows = table([
      `TGL LAPOR | KAB/KOTA | JK | ${heading}`,
      ...values.map((v) => `02/05/2024 | Samarinda | P | ${v}`),
    ]);
    return recognise(rows).columns[3];
  };
  test.each([
    ['NAMA', ['Contoh Satu', 'Contoh Dua'], 'name'],
    ['NAMA', ['C.S.', 'CD'], 'initials'],
    ['KORBAN', ['3', '1'], 'victimTotal'],
    ['USIA', ['13-17', '18-24'], 'ageGroup'],
    ['kolom x', ['6472015403080001', '6472015403080002', '6472015403080003'], 'nationalId'],
    ['TGL LAPOR (HH/BB/TTTT) WITA', ['02/05/2024', '03/05/2024'], null],
    ['NAMA PELAPOR', ['Contoh'], null],
    ['NAMA IBU KANDUNG', ['Contoh'], null],
  ] as const)('%s over %j: %s', (heading, values, target) => {
    expect(pick(heading, values)?.target ?? null).toBe(target);
  });

  test('a column whose values break the rules asks to be looked at', () => {
    const column = pick('UMUR', ['17', 'entah', '170', '20']);
    expect(column).toMatchObject({ target: 'age', status: 'check', filled: 1, valid: 0.5 });
    expect(pick('UMUR', ['17', '20'])?.status).toBe('recognised');
  });

  test('two columns of one kind: the surer one stays', () => {
    const { columns } = recognise(
      table(['JK | JENIS KELAMIN | TGL LAPOR', 'x | P | 02/05/2024', 'y | L | 03/05/2024']),
    );
    expect(short(columns)).toEqual(['(unknown)', 'sex', 'reportDate']);
  });
});

describe('the header', () => {
  test('none is found among prose or bare data; a person may point at it', () => {
    const rows = table(['Laporan bulanan', 'Disusun oleh seksi', 'apa | siapa | kapan', 'x | y | z']);
    expect(findHeader(rows)).toBeUndefined();
    expect(headerAt(rows, 3)?.headings.map((h) => h.own)).toEqual(['apa', 'siapa', 'kapan']);
  });

  test('CLR-42 sixty columns we do not know beside well-known ones do not hide the headings', () => {
    const known = 'NO | TGL LAPOR | KAB/KOTA | JK | UMUR | NAMA | NIK | BENTUK EKSPLOITASI';
    const more = (word: string) => Array.from({ length: 60 }, (_, i) => `${word}${i}`).join(' | ');
    const wide = table([
      'REKAPITULASI KASUS TPPO',
      `${known} | ${more('zq')}`,
      `1 | 02/05/2024 | Samarinda | P | 17 | CONTOH | 6472015403080001 | Seksual | ${more('v')}`,
    ]);
    expect(findHeader(wide)?.lastHeaderRow).toBe(2);
    expect(short(recognise(wide).columns).filter((t) => t !== '(unknown)')).toEqual(
      expect.arrayContaining(['reportDate', 'place', 'sex', 'age', 'name', 'nationalId', 'exploitation']),
    );
    // Two such words among many others are prose.
    expect(findHeader(table([`TGL LAPOR | JK | ${more('zq')}`, more('v')]))).toBeUndefined();
  });

  test('its fingerprint ignores spelling details and titles above, and sees a changed column', () => {
    const print = (...lines: string[]) => {
      const header = findHeader(table(lines));
      return header && headerFingerprint(header);
    };
    const first = print('NO LP | TGL LAPOR | JK', 'a | 02/05/2024 | P');
    expect(print('Rekap', '', 'No. LP | Tgl. Lapor | jk', 'b | 03/05/2024 | L')).toBe(first);
    expect(print('NO LP | JK | TGL LAPOR', 'a | P | 02/05/2024')).not.toBe(first);
  });

  test('the fingerprint of a row does not depend on the order of the columns', () => {
    const a = compileMapping({
      layout: 'generic',
      columns: [
        { index: 0, target: 'caseNo' },
        { index: 1, target: 'sex' },
      ],
    });
    const b = compileMapping({
      layout: 'generic',
      columns: [
        { index: 1, target: 'caseNo' },
        { index: 0, target: 'sex' },
      ],
    });
    const same = rowFingerprints(a, testHmac)({ number: 5, cells: ['LP/1', 'P '] });
    expect(rowFingerprints(b, testHmac)({ number: 9, cells: ['p', 'LP/1'] })).toBe(same);
    expect(rowFingerprints(a, testHmac)({ number: 5, cells: ['LP/2', 'P'] })).not.toBe(same);
  });
});

describe('reasons to refuse the whole file', () => {
  const columns: ImportMapping['columns'] = [
    { index: 0, target: 'reportDate' },
    { index: 1, target: 'place' },
    { index: 2, target: 'sex' },
  ];
  const refuse = (mapping: Partial<ImportMapping>, lookup = areas) =>
    checkMapping({ layout: 'generic', columns, ...mapping }, lookup, 3).map(
      (p) => `${p.field ?? '-'}:${p.code}`,
    );
  test('a complete mapping passes', () => expect(refuse({})).toEqual([]));
  test.each([
    [{ columns: [] }, ['reportDate:column_missing', 'place:column_missing', 'sex:column_missing']],
    [{ columns: [...columns, { index: 2, target: 'place' }] }, ['place:column_twice']],
    [{ columns: [...columns, { index: 7, target: 'name' }] }, ['name:column_beyond_file']],
    [{ constants: { placeCode: '99.99' } }, ['place:constant_unknown']],
    [{ columns: columns.slice(0, 1), constants: { sex: 'unknown', placeCode: '64.72' } }, []],
  ] as [Partial<ImportMapping>, string[]][])('%j: %j', (mapping, problems) => {
    expect(refuse(mapping)).toEqual(problems);
  });
  test('BPS codes without a crosswalk', () => {
    expect(refuse({ codeSystem: 'bps' }, areasWithoutBps)).toEqual(['place:bps_crosswalk_missing']);
    expect(refuse({ codeSystem: 'bps' })).toEqual([]);
  });
});
