/** The door of the module: other modules import from here and nowhere deeper. */
export { loadAreas } from './load-areas.ts';
export { getRegencyTable, type RegencyTable } from './regency-table.ts';
export { areaNames, areasInForce } from './find-candidates.ts';
export { regionsRouter } from './routes.ts';
