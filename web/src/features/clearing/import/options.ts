import type { CodeSystem, YearBasis } from '@simpul/contract/clearing/columns';

/** Choices of the file as a whole; listed here so that the page does not carry the schemas. */
export const codeSystems = ['kemendagri', 'bps'] as const satisfies readonly CodeSystem[];
export const yearBases = [
  'report',
  'police',
  'registration',
  'offence',
] as const satisfies readonly YearBasis[];
