import type { z } from 'zod';

/**
 * Sensitivity class of a field (domain.md section 2):
 * P0 public aggregate, P1 internal aggregate, P2 pseudonymous case line, P3 identity,
 * P4 specific or sensitive, P5 legally restricted.
 */
export const sensitivityClasses = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'] as const;
export type SensitivityClass = (typeof sensitivityClasses)[number];

/** The largest whole number a column of the database takes; a larger one is refused by its form. */
export const mostWhole = 2 ** 31 - 1;

const classed =
  (sensitivity: SensitivityClass) =>
  <S extends z.ZodType>(schema: S): S =>
    schema.meta({ ...schema.meta(), sensitivity }) as S;

export const P0 = classed('P0');
export const P1 = classed('P1');
export const P2 = classed('P2');
export const P3 = classed('P3');
export const P4 = classed('P4');
export const P5 = classed('P5');
