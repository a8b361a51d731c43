import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { AreaCode } from '../regions/area.ts';
import { type CodeOf, codesOf, labelOf } from '../standards/code-lists.ts';

export const agencyLevels = ['national', 'province', 'regency', 'district', 'village'] as const;
export const agencySectors = [
  'regional_government',
  'national_government',
  'vertical',
  'community',
  'campus',
  'business',
] as const;
export const agencyStates = ['active', 'closed'] as const;
/** Verified in a published source, from memory, or entered by a person of the office. */
export const agencyMarks = ['verified', 'memory', 'entered'] as const;

/** Offices of a task force that the published list of types has no word for. */
export const addedAgencyTypes = {
  regional_office: { id: 'Perangkat daerah lain', en: 'Other regional government office' },
  central_office: { id: 'Instansi vertikal atau pusat lain', en: 'Other central government office' },
} as const;
type AddedType = keyof typeof addedAgencyTypes;
export type AgencyType = CodeOf<'agency_type'> | AddedType;

const added = Object.keys(addedAgencyTypes) as AddedType[];
export const agencyTypes: readonly AgencyType[] = [...codesOf('agency_type'), ...added];
const isAdded = (type: AgencyType): type is AddedType => type in addedAgencyTypes;
export const agencyTypeLabel = (type: AgencyType, language: 'id' | 'en'): string =>
  isAdded(type) ? addedAgencyTypes[type][language] : labelOf('agency_type', type, language);

export const AgencyCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens, such as dinsos-kaltim.');

const Day = z.iso.date();
const AreaName = z.object({ code: P0(AreaCode), name: P0(z.string()) });

/** An organisation as lists show it, under its name of the day asked about. */
export const AgencyRow = z.object({
  id: P1(z.uuid()),
  code: P1(AgencyCode),
  name: P1(z.string()),
  shortName: P1(z.string().nullable()),
  type: P1(z.enum(agencyTypes as [AgencyType, ...AgencyType[]])),
  level: P1(z.enum(agencyLevels)),
  sector: P1(z.enum(agencySectors)),
  area: AreaName,
  serviceAreas: z.array(AreaName),
  state: P1(z.enum(agencyStates)),
  mark: P1(z.enum(agencyMarks)),
  version: P0(z.number().int()),
});
export type AgencyRow = z.infer<typeof AgencyRow>;

export const AgencyName = z.object({
  kind: P1(z.enum(['official', 'alias'])),
  name: P1(z.string()),
  shortName: P1(z.string().nullable()),
  from: P1(Day.nullable()),
  to: P1(Day.nullable()),
  basis: P1(z.string()),
  mark: P1(z.enum(agencyMarks)),
});
export type AgencyName = z.infer<typeof AgencyName>;

export const AgencyUnit = z.object({
  id: P1(z.uuid()),
  name: P1(z.string()),
  from: P1(Day),
  to: P1(Day.nullable()),
  basis: P1(z.string()),
});
export type AgencyUnit = z.infer<typeof AgencyUnit>;

export const AgencyDetail = AgencyRow.extend({
  /** The day the name and the service areas are those of. */
  on: P0(Day),
  note: P1(z.string().nullable()),
  closedOn: P1(Day.nullable()),
  closedBasis: P1(z.string().nullable()),
  parent: z.object({ id: P1(z.uuid()), name: P1(z.string()) }).nullable(),
  children: z.array(z.object({ id: P1(z.uuid()), name: P1(z.string()) })),
  names: z.array(AgencyName),
  areaHistory: z.array(
    AreaName.extend({ from: P1(Day.nullable()), to: P1(Day.nullable()), basis: P1(z.string()) }),
  ),
  units: z.array(AgencyUnit),
  abilities: z.object({ edit: P0(z.boolean()), close: P0(z.boolean()), reopen: P0(z.boolean()) }),
});
export type AgencyDetail = z.infer<typeof AgencyDetail>;
