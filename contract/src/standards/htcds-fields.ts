import { htcdsFieldData } from './htcds-fields.data.ts';
import { spellingKey } from './code-lists.ts';

export type HtcdsKey = keyof typeof htcdsFieldData;
export interface HtcdsField {
  readonly label: string;
  readonly type: string;
  readonly multi: boolean;
  readonly core: boolean;
  readonly deprecated: boolean;
  readonly values?: Readonly<Record<string, string>>;
}
export const htcdsFields: Readonly<Record<HtcdsKey, HtcdsField>> = htcdsFieldData;
export const htcdsKeys = Object.keys(htcdsFields) as HtcdsKey[];

const byName = new Map<string, HtcdsKey>(htcdsKeys.map((key) => [spellingKey(key), key]));
const aliases: Readonly<Record<string, HtcdsKey>> = {
  // Misspelt in the published Excel templates (Q02).
  vicTraffickinStatusDecisionMakingOrg: 'vic_TraffickingStatusDecisionMakingOrg',
  // Renamed between 0.2 and 2.0 (Q14).
  prsNationality: 'prs_Citizenship',
};
for (const [name, key] of Object.entries(aliases)) byName.set(spellingKey(name), key);

const byLabel = new Map<string, HtcdsKey | 'several'>();
for (const key of htcdsKeys) {
  const label = spellingKey(htcdsFields[key].label);
  if (label) byLabel.set(label, byLabel.has(label) ? 'several' : key);
}

/** Columns whose hidden names are shifted against their labels in the published templates (Q01). */
const shifted = new Set<HtcdsKey>([
  'prs_MailingCity',
  'prs_MailingCountry',
  'prs_MailingState',
  'prs_MailingStreet',
  'prs_MailingPostalCode',
]);

export function htcdsKeyOfLabel(label: string): HtcdsKey | undefined {
  const key = byLabel.get(spellingKey(label));
  return key === 'several' ? undefined : key;
}

export const htcdsKeyOfName = (name: string): HtcdsKey | undefined =>
  // XLSForm writes prs_First_Name (Q06); underscores never tell two fields apart.
  /^(?:org|prs|vic|per|cas|cco|hte|spl|con)_/i.test(name.trim()) ? byName.get(spellingKey(name)) : undefined;

/**
 * The field a column holds, from its hidden system name and its visible label. The name wins, so that the label
 * "Second Name" over prs_Title misleads nobody (Q09), except over the five shifted address columns (Q01).
 */
export function htcdsKeyOf(name: string | null, label: string | null): HtcdsKey | undefined {
  const named = name ? htcdsKeyOfName(name) : undefined;
  const labelled = label ? htcdsKeyOfLabel(label) : undefined;
  if (named && shifted.has(named) && labelled && shifted.has(labelled)) return labelled;
  return named ?? labelled;
}
