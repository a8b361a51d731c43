/** Types of organisations and their labels; apart from the schemas, so that the web carries no schema library. */
import { codeListData } from '../standards/code-lists.data.ts';

/** Offices of a task force that the published list of types has no word for. */
export const addedAgencyTypes = {
  regional_office: { id: 'Perangkat daerah lain', en: 'Other regional government office' },
  central_office: { id: 'Instansi vertikal atau pusat lain', en: 'Other central government office' },
} as const;

const labels = { ...codeListData.agency_type.codes, ...addedAgencyTypes };
export type AgencyType = keyof typeof labels;
export const agencyTypes = Object.keys(labels) as [AgencyType, ...AgencyType[]];
export const agencyTypeLabel = (type: AgencyType, language: 'id' | 'en'): string => labels[type][language];
