/** The door of the module: other modules import from here and nowhere deeper. */
export { agencyCodes, agencyNames, agencyShortNames, findAgencyByCode } from './names.ts';
export { agenciesRouter } from './routes.ts';
export { readSeedAgencies, seedAgencies } from './seed-agencies.ts';
