import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { AreaCode } from '../regions/area.ts';
import { command, read } from '../route.ts';
import { AgencyDetail, agencyLevels, AgencyRow, agencySectors, agencyStates } from './agency.ts';
import {
  AgencyClosure,
  AgencyId,
  AgencyRename,
  AgencyReopening,
  AgencyTypeCode,
  NewAgency,
  NewUnit,
  ServiceAreaChange,
  UnitEnd,
} from './commands.ts';

export const agencySorts = ['name', 'level', 'area'] as const;

export const agenciesRoutes = {
  listAgencies: read({
    path: '/agencies',
    permission: 'agencies.read',
    summary: 'Organisations by level, type, seat, area served and name',
  })
    .input(
      PageQuery.extend({
        text: P1(z.string().trim().max(100).optional()),
        level: P1(z.enum(agencyLevels).optional()),
        type: AgencyTypeCode.optional(),
        sector: P1(z.enum(agencySectors).optional()),
        /** Sits in this area or below it. */
        seat: P1(AreaCode.optional()),
        /** Serves this area, as a whole or as part of a wider one. */
        serves: P1(AreaCode.optional()),
        state: P1(z.enum(agencyStates).optional()),
        sort: P0(z.enum(agencySorts).default('level')),
        descending: P0(z.stringbool().default(false)),
      }),
    )
    .output(page(AgencyRow).extend({ abilities: z.object({ create: P0(z.boolean()) }) })),

  getAgency: read({
    path: '/agencies/{id}',
    permission: 'agencies.read',
    summary: 'One organisation with its names, service areas and units, as of a day',
  })
    .input(z.object({ id: AgencyId, on: P0(z.iso.date().optional()) }))
    .output(AgencyDetail),

  createAgency: command({
    path: '/agencies',
    permission: 'agencies.manage',
    audit: 'agencies.agency.create',
    summary: 'Enter an organisation',
  }).input(NewAgency),

  renameAgency: command({
    path: '/agencies/{id}/name',
    permission: 'agencies.manage',
    audit: 'agencies.agency.rename',
    summary:
      'Give a new name from a day on; the former stays in the history. The same first day corrects a name',
  }).input(AgencyRename),

  setServiceAreas: command({
    path: '/agencies/{id}/service-areas',
    method: 'PUT',
    permission: 'agencies.manage',
    audit: 'agencies.agency.set_areas',
    summary: 'State which areas it serves from a day on',
  }).input(ServiceAreaChange),

  addUnit: command({
    path: '/agencies/{id}/units',
    permission: 'agencies.manage',
    audit: 'agencies.unit.add',
    summary: 'Add a service unit',
  }).input(NewUnit),

  endUnit: command({
    path: '/agencies/{id}/units/{unitId}/end',
    permission: 'agencies.manage',
    audit: 'agencies.unit.end',
    summary: 'End a service unit on a day',
  }).input(UnitEnd),

  closeAgency: command({
    path: '/agencies/{id}/close',
    permission: 'agencies.manage',
    audit: 'agencies.agency.close',
    summary: 'Close an organisation on a day; what it did stays',
  }).input(AgencyClosure),

  reopenAgency: command({
    path: '/agencies/{id}/reopen',
    permission: 'agencies.manage',
    audit: 'agencies.agency.reopen',
    summary: 'Take a closure back',
  }).input(AgencyReopening),
};
