import { z } from 'zod';
import { mostWhole, P0, P1 } from '../field.ts';
import { page } from '../paging.ts';
import { Version } from '../route.ts';
import { annexKeys, chapterKeys, reportStates, templateKinds } from './codes.ts';
import { ReportAnnex, ReportChapter, UsedFigure } from './content.ts';

const Day = z.iso.date();
const Line = (least: number, most: number) => z.string().trim().min(least).max(most);
export const ReportYear = z.coerce.number().int().min(2000).max(2100);

export const ReportLine = z.object({
  id: P1(z.string()),
  year: P1(z.number().int()),
  edition: P1(z.number().int()),
  state: P1(z.enum(reportStates)),
  number: P1(z.string().nullable()),
  agreed: P1(z.boolean()),
  refreshedAt: P1(z.string()),
  frozenAt: P1(z.string().nullable()),
  signedAt: P1(z.string().nullable()),
  signedAs: P1(z.string().nullable()),
  submittedOn: P1(Day.nullable()),
  /** Day it is due to the Governor, by the legal parameter. */
  dueOn: P0(Day.nullable()),
});
export type ReportLine = z.infer<typeof ReportLine>;
export const ReportPage = page(ReportLine).extend({
  /** Years with an agreed round and without a report that is open or signed. */
  suggested: P1(z.array(z.number().int())),
  can: z.object({ create: P0(z.boolean()) }),
});

/** A figure of the report whose source says something else by now. The report keeps its figure. */
export const Moved = z.object({ value: P1(z.number().nullable()), since: P1(z.string()) });

export const ReportView = ReportLine.extend({
  class: P0(z.string()),
  sha256: P1(z.string().nullable()),
  /** The stored content still has the hash it was frozen with. */
  intact: P1(z.boolean()),
  compiledAt: P1(z.string()),
  letterNumber: P1(z.string().nullable()),
  withdrawnReason: P1(z.string().nullable()),
  chapters: z.array(
    ReportChapter.extend({
      /** `data`: from Simpul; `text`: written; `both`; `empty`: says that there is no data yet. */
      status: P1(z.enum(['data', 'text', 'both', 'empty'])),
      writtenBy: P1(z.string().nullable()),
      writtenAt: P1(z.string().nullable()),
      textVersion: P0(z.number().int().nullable()),
      canWrite: P0(z.boolean()),
    }),
  ),
  annexes: z.array(ReportAnnex),
  figures: z.array(
    UsedFigure.extend({
      moved: P1(Moved.nullable()),
      usedIn: P0(z.array(z.enum([...chapterKeys, ...annexKeys]))),
    }),
  ),
  /** Figures a draft or frozen report would state if it were read now, and does not yet. */
  unread: P1(z.number().int()),
  version: Version,
  can: z.object({
    write: P0(z.boolean()),
    refresh: P0(z.boolean()),
    freeze: P0(z.boolean()),
    reopen: P0(z.boolean()),
    sign: P0(z.boolean()),
    submit: P0(z.boolean()),
    withdraw: P0(z.boolean()),
  }),
});
export type ReportView = z.infer<typeof ReportView>;

const one = z.object({ id: P1(z.uuid()), version: Version });
export const ReportId = z.object({ id: P1(z.uuid()) });
export const CreateReport = z.object({ year: P1(ReportYear) });
export const OneReport = one;
export const WithReason = one.extend({ reason: P1(Line(5, 400)) });
export const SubmitReport = one.extend({ submittedOn: P1(Day), letterNumber: P1(Line(1, 80)) });
export const WriteChapterText = z.object({
  id: P1(z.uuid()),
  chapter: P0(z.enum(chapterKeys)),
  text: P1(z.string().trim().max(20_000)),
  /** Version of the text the writer saw; 0 when there was none. */
  textVersion: P0(z.number().int().min(0).max(mostWhole)),
});

export const PaperSettings = z.object({
  authority: P0(z.array(Line(2, 120)).max(3)),
  office: P0(z.array(Line(2, 120)).min(1).max(4)),
  address: P0(z.string().trim().max(200)),
  place: P0(z.string().trim().max(80)),
  addressee: P0(Line(3, 160)),
  copies: P0(z.array(Line(2, 160)).max(12)),
  numberPattern: P0(
    Line(5, 80).refine((p) => p.includes('{urut}') && p.includes('{tahun}'), {
      message: 'The number needs {urut} and {tahun}; {bulan} is the month in Roman figures.',
    }),
  ),
});
export type PaperSettings = z.infer<typeof PaperSettings>;
export const PaperSettingsView = PaperSettings.extend({
  version: P0(z.number().int().min(0)),
  /** Office templates in use; null is the one that comes with Simpul. */
  templates: P1(z.array(z.object({ kind: z.enum(templateKinds), setAt: z.string().nullable() }))),
  can: z.object({ change: P0(z.boolean()) }),
});
export type PaperSettingsView = z.infer<typeof PaperSettingsView>;
export const ChangePaperSettings = PaperSettings.extend({
  version: P0(z.number().int().min(0).max(mostWhole)),
});
export const SetTemplate = z.object({ kind: P0(z.enum(templateKinds)), file: P1(z.uuid()) });
export const RemoveTemplate = z.object({ kind: P0(z.enum(templateKinds)) });

export const RecordLine = z.object({
  /** Null where the round is agreed and no record was made yet. */
  id: P1(z.string().nullable()),
  year: P1(z.number().int()),
  round: P1(z.string()),
  roundNumber: P1(z.number().int()),
  number: P1(z.string().nullable()),
  madeAt: P1(z.string().nullable()),
  sha256: P1(z.string().nullable()),
});
export type RecordLine = z.infer<typeof RecordLine>;
export const RecordList = z.object({ items: z.array(RecordLine), can: z.object({ make: P0(z.boolean()) }) });
export type RecordList = z.infer<typeof RecordList>;
export const MakeRecord = z.object({ year: P1(ReportYear) });
