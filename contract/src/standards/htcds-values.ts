import { alpha2Of, countryOf } from './countries.ts';
import { spellingKey } from './code-lists.ts';
import { htcdsFields } from './htcds-fields.ts';
import type { HtcdsKey } from './htcds-fields.ts';

export type HtcdsValue = string | string[] | boolean;

/** Names met in files that the 2.0 picklists do not hold, by field. */
const otherNames: Partial<Record<HtcdsKey, Readonly<Record<string, string>>>> = {
  vic_RelationshipToTrafficker: { Unacquainted: 'Unaquainted' },
  // The field definitions use other names than the picklist (Q10).
  vic_MethodsOfControl: {
    Threats: 'PhysicalThreats',
    ThreatOfLawEnforcement: 'ThreatsLawEnforcement',
    UsesChildren: 'ThreatensChildrenFamily',
    PsychoactiveSubstances: 'PsychoactiveSubstance',
    RestrictsMovement: 'RestrictsMovement',
  },
  // Values of version 0.2 (Q13, Q14).
  prs_Gender: {
    Male: 'Masculine',
    Female: 'Feminine',
    'Transgender/NonConforming': 'NonConforming',
    Unknown: 'NonSpecifiedUnknown',
  },
  vic_TypeOfExploitation: {
    'Forced military service': 'ForcedMilitaryByNonStateActors',
    'Illicit activities': 'Other',
    'Illegal adoption': 'ForcedAdoption',
  },
  vic_MethodOfRecruitment: {
    'Internet (social media, online advertisement)': 'ThroughOnlineSocialNetworks',
    'Educational Facility': 'AtAnEducationalInstitution',
    'Public Area': 'Other',
    Shelter: 'Other',
    Work: 'AtWork',
    Unknown: 'Other',
  },
};
const countries = new Set<HtcdsKey>([
  'prs_Citizenship',
  'prs_MailingCountry',
  'org_ShippingCountry',
  'hte_Country',
]);
/** Single choice in one published form and several in another (Q07): read as several, written as the first. */
const readAsSeveral = new Set<HtcdsKey>(['vic_ForcedLabourIndustry', 'prs_Citizenship']);

const names = new Map<HtcdsKey, Map<string, string>>();
function namesOf(key: HtcdsKey): Map<string, string> {
  const known = names.get(key);
  if (known) return known;
  const made = new Map<string, string>();
  for (const [name, label] of Object.entries(htcdsFields[key].values ?? {})) {
    made.set(spellingKey(name), name);
    // Cells hold labels, except gender, which holds names (Q04).
    made.set(spellingKey(label), name);
  }
  for (const [other, name] of Object.entries(otherNames[key] ?? {})) made.set(spellingKey(other), name);
  names.set(key, made);
  return made;
}

const clean = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();

function one(key: HtcdsKey, text: string): string | undefined {
  if (countries.has(key)) {
    const country = countryOf(text);
    return country && alpha2Of(country);
  }
  return htcdsFields[key].values ? namesOf(key).get(spellingKey(text)) : clean(text);
}

/** Several values: joined with `;` in the Excel template (Q05), with blanks in survey submissions. */
export function splitHtcds(key: HtcdsKey, text: string): string[] {
  const parts = text
    .split(';')
    .map(clean)
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    if (one(key, part) !== undefined) return [part];
    const words = part.split(' ');
    return words.length > 1 && words.every((word) => one(key, word) !== undefined) ? words : [part];
  });
}

/** The value of a field in its 2.0 spelling; the words no picklist holds come back apart. */
export function readHtcdsValue(
  key: HtcdsKey,
  text: string,
): { value: HtcdsValue | undefined; unknown: string[] } {
  const field = htcdsFields[key];
  const bare = clean(text);
  if (bare === '') return { value: undefined, unknown: [] };
  if (field.type === 'Checkbox') {
    if (/^(?:true|yes|ya|1|x|benar)$/i.test(bare)) return { value: true, unknown: [] };
    if (/^(?:false|no|tidak|0|salah)$/i.test(bare)) return { value: false, unknown: [] };
    return { value: undefined, unknown: [bare] };
  }
  if (!field.multi && !readAsSeveral.has(key)) {
    const value = one(key, bare);
    return { value, unknown: value === undefined ? [bare] : [] };
  }
  const values: string[] = [];
  const unknown: string[] = [];
  for (const part of splitHtcds(key, bare)) {
    const value = one(key, part);
    if (value === undefined) unknown.push(part);
    else if (!values.includes(value)) values.push(value);
  }
  return { value: values.length > 0 ? values : undefined, unknown };
}
