/** The pure half of import: from the rows of an agency's file to checked source rows. No database, no clock, no keys. */
export { makeAreaLookup } from './areas.ts';
export type { AreaData, AreaHit, AreaLookup } from './areas.ts';
export { checkMapping } from './check-mapping.ts';
export { checkRows, createColumnTally } from './check-rows.ts';
export type { CheckOptions, CheckedRow, SkipReason } from './check-rows.ts';
export { correctedFile } from './corrected-file.ts';
export { findHeader, headerAt, headerSearchRows } from './find-header.ts';
export type { FoundHeader, Heading, RawRow } from './find-header.ts';
export { headerFingerprint, personInCase, rowFingerprints } from './fingerprint.ts';
export type { Hmac } from './fingerprint.ts';
export { createProblemGroups, mendsOf } from './group-problems.ts';
export { mask } from './mask.ts';
export { fileProblemMessage, mendLabel, problemMessage } from '@simpul/contract/clearing/problem-messages';
export type { ProblemMessage } from '@simpul/contract/clearing/problem-messages';
export { proposeMapping, recogniseColumns } from './recognise-columns.ts';
export type { Period } from './validate-row.ts';
