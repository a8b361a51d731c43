import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { AreaCode } from '../regions/area.ts';
import { agencyTypes } from './agency-types.ts';

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
  type: P1(z.enum(agencyTypes)),
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
