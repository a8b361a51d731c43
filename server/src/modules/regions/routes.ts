import { regionsRoutes as contract } from '@simpul/contract/regions/routes';
import { bind } from '../../platform/http/bind.ts';
import { getBpsCrosswalkStatus, translateBps } from './bps-reads.ts';
import { exportAreas } from './export-areas.ts';
import { importBpsCrosswalk } from './import-bps-crosswalk.ts';
import { getArea, getAreaSource, listChildren, listOverlays } from './reads.ts';
import { searchAreas } from './search-areas.ts';

export const regionsRouter = {
  searchAreas: bind(contract.searchAreas, searchAreas),
  listChildren: bind(contract.listChildren, listChildren),
  getArea: bind(contract.getArea, getArea),
  exportAreas: bind(contract.exportAreas, exportAreas),
  listOverlays: bind(contract.listOverlays, listOverlays),
  getAreaSource: bind(contract.getAreaSource, getAreaSource),
  getBpsCrosswalkStatus: bind(contract.getBpsCrosswalkStatus, getBpsCrosswalkStatus),
  importBpsCrosswalk: bind(contract.importBpsCrosswalk, importBpsCrosswalk),
  translateBps: bind(contract.translateBps, translateBps),
};
