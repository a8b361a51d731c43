import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { command, read } from '../route.ts';
import { AreaChild, AreaCode, AreaDetail, AreaHit, AreaLevel, AreaSource, Overlay } from './area.ts';
import { BpsCode, BpsCrosswalk, BpsTranslation } from './bps.ts';

const Day = z.iso.date();
export const searchLimit = 8;

export const regionsRoutes = {
  searchAreas: read({
    path: '/regions/search',
    permission: 'regions.read',
    summary: 'Areas by name, old name, abbreviation or dotted code; forgives typing errors',
  })
    .input(
      z.object({
        text: P0(z.string().trim().min(2).max(80)),
        /** Only below this area. */
        within: P0(AreaCode.optional()),
        level: P0(AreaLevel.optional()),
        limit: P0(z.coerce.number().int().min(1).max(20).default(searchLimit)),
      }),
    )
    .output(
      z.object({
        items: z.array(AreaHit),
        /** `code_needs_dots`: bare digits could be a BPS code and are never read as a Kemendagri code. */
        hint: P0(z.enum(['code_needs_dots']).nullable()),
      }),
    ),

  listChildren: read({
    path: '/regions/areas',
    permission: 'regions.read',
    summary: 'One step down: the provinces, or what lies directly below an area',
  })
    .input(PageQuery.extend({ parent: P0(AreaCode.optional()) }))
    .output(page(AreaChild)),

  getArea: read({
    path: '/regions/areas/{code}',
    permission: 'regions.read',
    summary: 'One area with path, former names, succession of codes and overlays, as of a day',
  })
    .input(z.object({ code: P0(AreaCode), on: P0(Day.optional()) }))
    .output(AreaDetail),

  exportAreas: read({
    path: '/regions/export',
    permission: 'regions.read',
    summary: 'A list of areas as CSV; every row names source and licence',
  })
    .input(z.object({ within: P0(AreaCode.optional()), level: P0(AreaLevel) }))
    .output(z.file()),

  listOverlays: read({
    path: '/regions/overlays',
    permission: 'regions.read',
    summary: 'Areas across the levels, such as the new capital, with their members',
  }).output(z.object({ items: z.array(Overlay) })),

  getAreaSource: read({
    path: '/regions/source',
    permission: 'regions.read',
    summary: 'Which list of areas is loaded, under which licence',
  }).output(AreaSource),

  getBpsCrosswalkStatus: read({
    path: '/regions/bps',
    permission: 'regions.read',
    summary: 'The crosswalk between BPS and Kemendagri codes in use, if any',
  }).output(z.object({ current: BpsCrosswalk.nullable(), abilities: z.object({ import: P0(z.boolean()) }) })),

  importBpsCrosswalk: command({
    path: '/regions/bps',
    permission: 'regions.manage',
    audit: 'regions.bps.import',
    summary: 'Load a crosswalk; every row is checked by name, one wrong row refuses the file',
  }).input(
    z.object({
      /** Where the table was taken from; shown wherever the crosswalk is used. */
      source: P1(z.string().trim().min(5).max(300)),
      asOf: P1(Day),
      /** CSV text with the columns Kemendagri code, BPS code and name. */
      csv: P1(z.string().min(1).max(900_000)),
    }),
  ),

  translateBps: read({
    path: '/regions/bps/{bpsCode}',
    permission: 'regions.read',
    summary: 'The Kemendagri area of a BPS code',
  })
    .input(z.object({ bpsCode: P0(BpsCode) }))
    .output(BpsTranslation),
};
