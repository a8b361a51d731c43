/** Codes are also message keys of the web (`reporting:state.<code>`, `reporting:chapter.<code>`). */

export const reportStates = ['draft', 'frozen', 'signed', 'submitted', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];

/** Parts of the yearly report in their order (domain.md 6.1); numbers as they are printed. */
export const chapters = [
  { key: 'letter', number: '' },
  { key: 'summary', number: '' },
  { key: 'introduction', number: 'I' },
  { key: 'overview', number: 'II' },
  { key: 'cases', number: 'III' },
  { key: 'subtaskforces', number: 'IV' },
  { key: 'protection', number: 'V' },
  { key: 'enforcement', number: 'VI' },
  { key: 'institutions', number: 'VII' },
  { key: 'budget', number: 'VIII' },
  { key: 'monev', number: 'IX' },
  { key: 'follow_up', number: 'X' },
  { key: 'outlook', number: 'XI' },
] as const;
export type ChapterKey = (typeof chapters)[number]['key'];
export const chapterKeys = chapters.map((c) => c.key) as [ChapterKey, ...ChapterKey[]];

export const annexes = [
  { key: 'record', number: 'A' },
  { key: 'sources', number: 'B' },
] as const;
export type AnnexKey = (typeof annexes)[number]['key'];
export const annexKeys = annexes.map((a) => a.key) as [AnnexKey, ...AnnexKey[]];

/** Built by itself and not written into. */
export const builtOnly: readonly ChapterKey[] = ['letter'];

export const templateKinds = ['report', 'record'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** What may happen to a report, by state. Signed reports are corrected by another edition only. */
export const reportActs = {
  write: ['draft'],
  refresh: ['draft'],
  freeze: ['draft'],
  reopen: ['frozen'],
  sign: ['draft', 'frozen'],
  submit: ['signed'],
  withdraw: ['draft', 'frozen'],
} as const satisfies Record<string, readonly ReportState[]>;
export type ReportAct = keyof typeof reportActs;

export const mayFollow = (act: ReportAct, state: ReportState): boolean =>
  (reportActs[act] as readonly ReportState[]).includes(state);
