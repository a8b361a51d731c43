import { z } from 'zod';
import { PageQuery } from '../paging.ts';
import { command, read } from '../route.ts';
import {
  ChangePaperSettings,
  CreateReport,
  MakeRecord,
  OneReport,
  PaperSettingsView,
  RecordList,
  RemoveTemplate,
  ReportId,
  ReportPage,
  ReportView,
  SetTemplate,
  SubmitReport,
  WithReason,
  WriteChapterText,
} from './report.ts';

const permission = 'reporting.draft';

export const reportingRoutes = {
  listReports: read({ path: '/reporting/reports', permission: 'reporting.read', summary: 'January reports' })
    .input(PageQuery)
    .output(ReportPage),
  getReport: read({
    path: '/reporting/reports/{id}',
    permission: 'reporting.read',
    summary: 'One report: chapters, figures with provenance, what moved since',
  })
    .input(ReportId)
    .output(ReportView),
  createReport: command({
    path: '/reporting/reports',
    permission,
    audit: 'reporting.create_report',
    summary: 'Open the draft of a year; after a signed one it is a correcting edition',
  }).input(CreateReport),
  refreshDraft: command({
    path: '/reporting/reports/{id}/refresh',
    permission,
    audit: 'reporting.refresh_draft',
    summary: 'Read the figures of a draft again',
  }).input(OneReport),
  writeChapterText: command({
    path: '/reporting/reports/{id}/chapters/{chapter}',
    method: 'PUT',
    permission,
    audit: 'reporting.write_chapter',
    summary: 'Write the text of a chapter',
  }).input(WriteChapterText),
  freezeReport: command({
    path: '/reporting/reports/{id}/freeze',
    permission,
    audit: 'reporting.freeze_report',
    summary: 'Give the report its number and freeze its content for signing',
  }).input(OneReport),
  reopenReport: command({
    path: '/reporting/reports/{id}/reopen',
    permission,
    audit: 'reporting.reopen_report',
    summary: 'Take a frozen report back to its draft',
  }).input(WithReason),
  signReport: command({
    path: '/reporting/reports/{id}/sign',
    permission: 'reporting.sign',
    audit: 'reporting.sign_report',
    summary: 'Sign; content and hash never change afterwards',
  }).input(OneReport),
  submitReport: command({
    path: '/reporting/reports/{id}/submit',
    permission,
    audit: 'reporting.submit_report',
    summary: 'Note the day and letter by which the report was handed over',
  }).input(SubmitReport),
  withdrawDraft: command({
    path: '/reporting/reports/{id}/withdraw',
    permission,
    audit: 'reporting.withdraw_draft',
    summary: 'Lay a draft aside',
  }).input(WithReason),
  listRecords: read({
    path: '/reporting/records',
    permission: 'figures.read',
    summary: 'Official records of agreed clearing rounds',
  })
    .input(z.object({}))
    .output(RecordList),
  makeRecord: command({
    path: '/reporting/records',
    permission: 'clearing.round',
    audit: 'reporting.make_record',
    summary: 'Make the official record of the agreed round of a year',
  }).input(MakeRecord),
  getPaperSettings: read({
    path: '/reporting/settings',
    permission: 'reporting.read',
    summary: 'Letterhead, addressee, numbering and Word templates',
  })
    .input(z.object({}))
    .output(PaperSettingsView),
  changePaperSettings: command({
    path: '/reporting/settings',
    method: 'PUT',
    permission,
    audit: 'reporting.change_settings',
    summary: 'Change letterhead, addressee and numbering; papers that are frozen keep theirs',
  }).input(ChangePaperSettings),
  setTemplate: command({
    path: '/reporting/templates',
    permission,
    audit: 'reporting.set_template',
    summary: 'Use a Word template of the office; it is checked first',
  }).input(SetTemplate),
  removeTemplate: command({
    path: '/reporting/templates/{kind}',
    method: 'DELETE',
    permission,
    audit: 'reporting.remove_template',
    summary: 'Go back to the template that comes with Simpul',
  }).input(RemoveTemplate),
};
