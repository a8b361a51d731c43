/** The door of the module: other modules import from here and nowhere deeper. */
export { getThreshold } from './agreed-tables.ts';
export { findAgreedYear } from './agreed-year.ts';
export { figuresDownloads } from './export-figures.ts';
export { loadPublishedFigures } from './load-published.ts';
export { recordAgreedFigures, type AgreedFigure } from './record-agreed.ts';
export { figuresRouter } from './routes.ts';
export { getYearSeries } from './series.ts';
export { findCurrentFigures } from './current-figures.ts';
export { ruleWords, sourceWords, statusWords, yearBasisWords } from './words.ts';
