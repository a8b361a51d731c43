/** The pure half of import: from the rows of an agency's file to checked source rows. No database, no clock, no keys. */
export { makeAreaLookup } from './areas.ts';
export { checkRows } from './check-rows.ts';
export { findHeader } from './find-header.ts';
export { fileProblemMessage, problemMessage } from '@simpul/contract/clearing/problem-messages';
export { proposeMapping, recogniseColumns } from './recognise-columns.ts';
