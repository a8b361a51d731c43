/** First characters that make a spreadsheet run a cell, full-width forms included (OWASP, CSV Injection). */
const risky = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A signed number stays a number: -3, +62.10, -1.234,5, -12 %. */
const plainNumber = /^[+-]?\d[\d.,]*\s?%?$/;

export const isFormula = (text: string): boolean => risky.test(text) && !plainNumber.test(text);

/** Puts an apostrophe before text that would run as a formula. Everything that is not text passes. */
export const neutralise = <T>(value: T): T | string =>
  typeof value === 'string' && isFormula(value) ? `'${value}` : value;

export const guard = {
  neutralise,
  /** Takes back our own apostrophe, so that an exported file comes in again as it went out. */
  undo: (text: string): string => (text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text),
};
