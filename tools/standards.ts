/**
 * Makes contract/src/standards/code-lists.data.ts and htcds-fields.data.ts from the design material in ../shared.
 * Run again when the material changes: `node tools/standards.ts && npx oxfmt contract/src/standards`.
 * The results are committed, because a clean checkout has no ../shared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = `${root}../shared/data/`;
const out = `${root}contract/src/standards/`;

/** The lists that import, clearing, figures and the January report speak of; the rest comes with its module. */
const wanted = [
  'sex',
  'age_group_simfoni',
  'age_group_ctdc',
  'age_group_sdg',
  'victim_status',
  'status_decider',
  'tip_act',
  'tip_means',
  'control_method',
  'exploitation_type',
  'sexual_subtype',
  'labour_sector',
  'labour_detail',
  'recruitment_channel',
  'recruiter_relation',
  'party_role',
  'case_status',
  'intake_channel',
  'service_type',
  'legal_stage',
  'charge_law',
  'movement',
  'migration_status',
  'route_leg',
  'education',
  'occupation',
  'marital_status',
  'violence_type',
  'incident_place',
  'simfoni_trafficking_category',
  'polri_modus',
  'agency_type',
];
/** Scheme in the crosswalk -> scheme in the code. Schemes that hold articles of law rather than values stay out. */
const schemes: Record<string, string> = {
  htcds: 'htcds',
  simfoni: 'simfoni',
  polri: 'polri',
  ctdc24: 'ctdc',
  permenpppa8_2021: 'pppa',
  sdg: 'sdg',
  iccs: 'iccs',
};

/**
 * Words of Permensos 8/2023 (art. 5(1)-(2), 6(1), 9), which the crosswalk cites by letter. One form of art. 5(2),
 * physical, sexual and reproductive use, covers two of our codes: approximate in both.
 */
const kemensos: Record<string, Record<string, string[]>> = {
  victim_status: { presumed: ['Terindikasi'], identified: ['Telah tereksploitasi'] },
  exploitation_type: {
    sexual: ['Pelacuran', '~Pemanfaatan fisik, seksual, dan organ reproduksi'],
    forced_labour: ['Kerja atau pelayanan paksa', '~Pemanfaatan tenaga atau kemampuan'],
    slavery_like: ['Perbudakan atau praktik serupa perbudakan', 'Perbudakan'],
    extortion_oppression: ['Penindasan', 'Pemerasan'],
    reproductive: ['~Pemanfaatan fisik, seksual, dan organ reproduksi'],
    organ_removal: ['Organ dan/atau jaringan tubuh'],
  },
  intake_channel: {
    referral: ['Rujukan'],
    complaint: ['Laporan pengaduan'],
    outreach: ['Penjangkauan kasus'],
  },
  service_type: {
    social_rehab: ['Rehabilitasi sosial', 'ATENSI'],
    social_security: ['Jaminan sosial'],
    economic_empowerment: ['Pemberdayaan sosial'],
    repatriation: ['Pemulangan'],
    social_reintegration: ['Reintegrasi sosial'],
  },
};

const Code = z.object({ code: z.string(), label_id: z.string().min(1), label_en: z.string().min(1) });
const Lists = z.object({
  version: z.string(),
  lists: z.record(
    z.string(),
    z.object({ title_id: z.string(), title_en: z.string(), multi: z.boolean(), codes: z.array(Code) }),
  ),
});
const Crosswalk = z.array(
  z.object({
    list: z.string(),
    code: z.string(),
    scheme: z.string(),
    target_value: z.string(),
    relation: z.enum(['exact', 'approximate']),
  }),
);
const Fields = z.object({
  meta: z.object({ commit: z.string() }),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.string(),
      multi: z.boolean(),
      core: z.boolean(),
      deprecated: z.boolean(),
      values: z.array(z.object({ name: z.string(), label: z.string() })).optional(),
    }),
  ),
});

/** JSON with one line per value below `depth`, so that the formatter keeps one code per line. */
function literal(value: unknown, depth: number): string {
  if (depth < 0 || typeof value !== 'object' || value === null || Array.isArray(value))
    return JSON.stringify(value);
  const entries = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${literal(v, depth - 1)}`);
  return `{\n${entries.join(',\n')}\n}`;
}
const json = (path: string): unknown => JSON.parse(readFileSync(shared + path, 'utf8'));
const source = Lists.parse(json('standards/codelists.json'));
const crosswalk = Crosswalk.parse(
  parse(readFileSync(`${shared}standards/crosswalk.csv`, 'utf8'), { columns: true }),
);

/** `~` marks an approximate relation, as in the design notes. */
function aliasesOf(list: string, code: string) {
  const found: Record<string, string[]> = {};
  for (const row of crosswalk) {
    const scheme = schemes[row.scheme];
    if (row.list !== list || row.code !== code || !scheme) continue;
    for (const value of row.target_value.split(/;\s*/))
      (found[scheme] ??= []).push((row.relation === 'approximate' ? '~' : '') + value);
  }
  const words = kemensos[list]?.[code];
  if (words) found['kemensos'] = words;
  return found;
}

const lists: Record<string, unknown> = {};
for (const name of wanted) {
  const list = source.lists[name];
  if (!list) throw new Error(`codelists.json has no list "${name}"`);
  const codes: Record<string, unknown> = {};
  for (const c of list.codes) {
    const as = aliasesOf(name, c.code);
    codes[c.code] = { id: c.label_id, en: c.label_en, ...(Object.keys(as).length > 0 ? { as } : {}) };
  }
  lists[name] = { id: list.title_id, en: list.title_en, multi: list.multi, codes };
}
writeFileSync(
  `${out}code-lists.data.ts`,
  `// Made by tools/standards.ts; change the source, not this file.
// HTCDS value names: IOM, HTCDS 2.0, CC BY 4.0 (see htcds.ts for the credit line).
export const codeListsVersion = ${JSON.stringify(source.version)};
export const codeListData = ${literal(lists, 2)} as const;
`,
);

const htcds = Fields.parse(json('htcds/htcds-2.0.fields.json'));
const fields: Record<string, unknown> = {};
for (const f of htcds.fields)
  fields[f.key] = {
    label: f.label,
    type: f.type,
    multi: f.multi,
    core: f.core,
    deprecated: f.deprecated,
    ...(f.values?.length ? { values: Object.fromEntries(f.values.map((v) => [v.name, v.label])) } : {}),
  };
writeFileSync(
  `${out}htcds-fields.data.ts`,
  `// Made by tools/standards.ts from HTCDS 2.0 (IOM, CC BY 4.0, commit ${htcds.meta.commit.slice(0, 8)}); see htcds.ts for the credit line.
export const htcdsFieldData = ${literal(fields, 0)} as const;
`,
);
