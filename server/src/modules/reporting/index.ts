/** The door of the module: other modules import from here and nowhere deeper. */
export { createReport } from './act-on-report.ts';
export { reportingDownloads } from './downloads.ts';
export { loadKnownBasis } from './known-basis.ts';
export { type LegalBasis, loadLegalBasis } from './legal-basis.ts';
export { makeRecord } from './make-record.ts';
export { reportingRouter } from './routes.ts';
export { changePaperSettings } from './settings.ts';
export { signReport } from './sign-report.ts';
