import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceRow } from '../clearing/row.ts';
import { codesOf, translate } from './code-lists.ts';
import { htcdsFields, htcdsKeyOf, htcdsKeys } from './htcds-fields.ts';
import { readHtcdsValue } from './htcds-values.ts';
import { fromHtcds, htcdsCredit, readHtcdsRow, toHtcds } from './htcds.ts';
import type { AreaNames } from './htcds.ts';

const shared = new URL('../../../../shared/data/htcds/', import.meta.url);
const vectorFile = new URL('samples/import-quirks.vectors.json', shared);
const quirkFile = new URL('htcds-2.0.known-quirks.json', shared);
const rowSchema = new URL('htcds-2.0.flat-row.schema.json', shared);

const areas: AreaNames = {
  nameOf: (code) =>
    ({
      '64.71': { name: 'Kota Balikpapan', province: 'Kalimantan Timur' },
      '64.02': { name: 'Kabupaten Kutai Kartanegara', province: 'Kalimantan Timur' },
    })[code],
  codeOf: (name) => ({ 'Kota Balikpapan': '64.71', 'Kabupaten Kutai Kartanegara': '64.02' })[name],
};

test('84 fields, 40 core, 3 deprecated', () => {
  expect(htcdsKeys).toHaveLength(84);
  expect(htcdsKeys.filter((key) => htcdsFields[key].core)).toHaveLength(40);
  expect(htcdsKeys.filter((key) => htcdsFields[key].deprecated)).toHaveLength(3);
  expect(htcdsCredit).toContain('CC BY 4.0');
  expect(htcdsCredit).toContain('Not endorsed by IOM');
});

const value = (key: Parameters<typeof readHtcdsValue>[0], text: string) => readHtcdsValue(key, text).value;

/** One proof for each known quirk of the published files. */
const quirks: Record<string, () => void> = {
  Q01: () => {
    expect(htcdsKeyOf('prs_MailingCity', 'Mailing Street')).toBe('prs_MailingStreet');
    expect(htcdsKeyOf('prs_MailingPostalCode', 'Mailing Country')).toBe('prs_MailingCountry');
    expect(htcdsKeyOf('prs_MailingCity', null)).toBe('prs_MailingCity');
  },
  Q02: () =>
    expect(htcdsKeyOf('vic_TraffickinStatusDecisionMakingOrg', null)).toBe(
      'vic_TraffickingStatusDecisionMakingOrg',
    ),
  Q03: () => expect(htcdsKeyOf(null, 'Reason for Outgoing Referral')).toBe('cas_ReasonForOutgoingReferral'),
  Q04: () => {
    expect(value('vic_MethodOfRecruitment', 'AT A PLACE of business ')).toEqual(['AtAPlaceOfBusiness']);
    expect(value('vic_MethodOfRecruitment', 'AtAPlaceOfBusiness')).toEqual(['AtAPlaceOfBusiness']);
    expect(value('prs_Gender', 'Feminine')).toBe('Feminine');
  },
  Q05: () =>
    expect(value('vic_TypeOfExploitation', 'Forced labour; Sexual exploitation ;')).toEqual([
      'ForcedLabour',
      'SexualExploitation',
    ]),
  Q06: () => {
    expect(htcdsKeyOf('prs_First_Name', null)).toBe('prs_FirstName');
    expect(htcdsKeyOf('vic_Methods_of_Control', null)).toBe('vic_MethodsOfControl');
  },
  Q07: () => {
    expect(value('vic_ForcedLabourIndustry', 'F_Construction C_Manufacturing')).toEqual([
      'F_Construction',
      'C_Manufacturing',
    ]);
    expect(value('prs_Citizenship', 'ID')).toEqual(['ID']);
  },
  Q08: () => {
    expect(value('vic_MethodsOfControl', 'DebtBondage \u00a0')).toEqual(['DebtBondage']);
    expect(value('prs_Gender', 'Masculine\u00a0')).toBe('Masculine');
  },
  Q09: () => expect(htcdsKeyOf('prs_Title', 'Second Name')).toBe('prs_Title'),
  Q10: () => {
    expect(value('vic_MethodsOfControl', 'RestrictsMovement;Threats')).toEqual([
      'RestrictsMovement',
      'PhysicalThreats',
    ]);
    expect(translate('control_method', 'htcds', 'RestrictsMovement')).toBe('restricts_movement');
  },
  Q11: () => {
    expect(value('vic_RelationshipToTrafficker', 'Unacquainted')).toBe('Unaquainted');
    expect(translate('recruiter_relation', 'htcds', 'Unaquainted')).toBe('stranger');
  },
  Q12: () => expect(value('per_Organisation', ' PT Contoh ')).toBe('PT Contoh'),
  Q13: () => {
    expect(value('vic_TypeOfExploitation', 'Illicit activities')).toEqual(['Other']);
    expect(translate('exploitation_type', 'htcds', 'Illicit activities')).toBe('forced_criminality');
  },
  Q14: () => {
    expect(htcdsKeyOf('prs_Nationality', null)).toBe('prs_Citizenship');
    expect(value('prs_Gender', 'Female')).toBe('Feminine');
  },
  // A definition shared by two migration statuses: neither is read from the other.
  Q15: () => {
    expect(translate('migration_status', 'htcds', 'Visitor / Tourist Migrant')).toBe('visitor');
    expect(translate('migration_status', 'htcds', 'Family Migrant')).toBeUndefined();
  },
};
describe('known quirks of the published files', () => {
  test.each(Object.entries(quirks))('%s', (_, proof) => expect(proof).not.toThrow());

  test.skipIf(!existsSync(quirkFile))('every listed quirk has a proof', () => {
    const { quirks: listed } = JSON.parse(readFileSync(quirkFile, 'utf8')) as { quirks: { id: string }[] };
    expect(listed.map((q) => q.id)).toEqual(Object.keys(quirks));
  });
});

test.skipIf(!existsSync(vectorFile))('import: shared vectors', () => {
  type Vector = { id: string; expect: Record<string, unknown> } & (
    | { headers_row1: (string | null)[]; headers_row2: string[]; row: string[] }
    | { data: Record<string, string> }
  );
  const { vectors } = JSON.parse(readFileSync(vectorFile, 'utf8')) as { vectors: Vector[] };
  expect(vectors).toHaveLength(4);
  for (const v of vectors) {
    const columns =
      'data' in v
        ? Object.keys(v.data).map((name) => ({ name, label: null }))
        : v.headers_row1.map((name, i) => ({ name, label: v.headers_row2[i] ?? null }));
    const { record, unknown } = readHtcdsRow(columns, 'data' in v ? Object.values(v.data) : v.row);
    expect(unknown, v.id).toEqual([]);
    expect(record, v.id).toEqual(v.expect);
  }
});

const anyRow: fc.Arbitrary<SourceRow> = fc.record({
  row: fc.constant(2),
  linkable: fc.constant(true),
  identity: fc.option(
    fc.record({
      name: fc.constantFrom('Contoh Satu', 'Contoh'),
      aliases: fc.constant([]),
      phones: fc.constantFrom([], ['081200000001']),
      birthDate: fc.constantFrom('2008-03-14', '2008'),
      nik: fc.constant('6472015403080001'),
    }),
    { nil: null },
  ),
  case: fc.record({
    reportDate: fc.constantFrom('2024-05-02', '2024-05'),
    countingYear: fc.constant(2024),
    yearBasis: fc.constant('report' as const),
    placeCode: fc.constantFrom('64.71', '64.02'),
    originCode: fc.constant('64.02'),
    role: fc.constant('victim' as const),
    sex: fc.constantFrom(...codesOf('sex')),
    child: fc.constant('yes' as const),
    ageMin: fc.constant(16),
    ageMax: fc.constant(16),
    citizenship: fc.constantFrom('IDN', 'MYS'),
    exploitation: fc.uniqueArray(
      fc.constantFrom('sexual', 'forced_labour', 'organ_removal', 'forced_begging', 'other' as const),
    ),
    labourSectors: fc.constantFrom([], ['F' as const]),
    charges: fc.constant([]),
    victimStatus: fc.constantFrom('presumed', 'identified', 'not_victim'),
    statusDecider: fc.constantFrom(...codesOf('status_decider')),
    services: fc.constantFrom([], ['health' as const]),
  }),
});

describe('export', () => {
  test('a row comes back as it went, where the standard has words for it', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { flat, lost } = toHtcds(row, areas);
        expect(lost).toEqual([]);
        const { source, unknown } = fromHtcds(flat, areas);
        expect(unknown).toEqual([]);
        expect(source.identity).toEqual(row.identity);
        const { countingYear: _y, yearBasis: _b, role: _r, child: _c, ...kept } = row.case;
        expect(source.case).toEqual(kept);
      }),
    );
  });

  test('what the standard cannot hold is named', () => {
    const [row] = fc.sample(anyRow, 1);
    if (!row) throw new Error('no sample');
    const { lost } = toHtcds(
      {
        ...row,
        case: {
          ...row.case,
          caseNo: 'LP/B/12/VIII/2024',
          legalStage: 'final',
          exploitation: ['forced_criminality'],
          charges: [{ law: 'uu21_2007', article: '2' }],
        },
      },
      areas,
    );
    expect(lost).toEqual(['caseNo', 'legalStage', 'charges', 'exploitation.forced_criminality']);
  });

  test.skipIf(!existsSync(rowSchema))('what is written stands in the published flat row schema', () => {
    const { properties } = JSON.parse(readFileSync(rowSchema, 'utf8')) as {
      properties: Record<string, { 'x-values'?: string[] }>;
    };
    for (const row of fc.sample(anyRow, 50))
      for (const [key, text] of Object.entries(toHtcds(row, areas).flat)) {
        expect(properties).toHaveProperty(key);
        const allowed = properties[key]?.['x-values'];
        expect(
          text.split(';').filter((word) => allowed && !allowed.includes(word)),
          key,
        ).toEqual([]);
      }
  });
});
