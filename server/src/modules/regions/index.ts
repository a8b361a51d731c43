/** The door of the module: other modules import from here and nowhere deeper. */
export { loadAreas } from './load-areas.ts';
export { type AreaByName, type AreaLookup, areaLookup, type NameHints } from './lookup.ts';
export { pathsOf as areaPaths } from './find-candidates.ts';
export { regionsRouter } from './routes.ts';
