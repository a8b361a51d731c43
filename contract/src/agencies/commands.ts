import { z } from 'zod';
import { P1 } from '../field.ts';
import { AreaCode } from '../regions/area.ts';
import { Version } from '../route.ts';
import { AgencyCode, agencyLevels, agencySectors } from './agency.ts';
import { agencyTypes } from './agency-types.ts';

const Day = z.iso.date();
const Basis = P1(z.string().trim().min(3).max(300));
const Name = P1(z.string().trim().min(3).max(200));
const ShortName = P1(z.string().trim().min(2).max(80));
const Areas = P1(z.array(AreaCode).min(1).max(60));
export const AgencyId = P1(z.uuid());
export const AgencyTypeCode = P1(z.enum(agencyTypes));
const Seen = z.object({ id: AgencyId, version: Version });

export const NewAgency = z.object({
  code: P1(AgencyCode),
  name: Name,
  shortName: ShortName.optional(),
  type: AgencyTypeCode,
  level: P1(z.enum(agencyLevels)),
  sector: P1(z.enum(agencySectors)),
  areaCode: P1(AreaCode),
  parentId: AgencyId.optional(),
  serviceAreas: Areas,
  /** First day of the name, where it is known. */
  from: P1(Day.optional()),
  basis: Basis,
  note: P1(z.string().trim().max(500).optional()),
});
export type NewAgency = z.infer<typeof NewAgency>;

export const AgencyRename = Seen.extend({
  name: Name,
  shortName: ShortName.optional(),
  /** First day of the new name; the first day of the present name corrects that one. */
  from: P1(Day),
  basis: Basis,
});
export type AgencyRename = z.infer<typeof AgencyRename>;

export const ServiceAreaChange = Seen.extend({ areas: Areas, from: P1(Day), basis: Basis });
export type ServiceAreaChange = z.infer<typeof ServiceAreaChange>;

export const NewUnit = Seen.extend({ name: Name, from: P1(Day), basis: Basis });
export type NewUnit = z.infer<typeof NewUnit>;

export const UnitEnd = Seen.extend({ unitId: AgencyId, on: P1(Day) });
export type UnitEnd = z.infer<typeof UnitEnd>;

export const AgencyClosure = Seen.extend({ on: P1(Day), basis: Basis });
export type AgencyClosure = z.infer<typeof AgencyClosure>;

export const AgencyReopening = Seen.extend({ basis: Basis });
export type AgencyReopening = z.infer<typeof AgencyReopening>;
