import { reportingRoutes as contract } from '@simpul/contract/reporting/routes';
import { bind } from '../../platform/http/bind.ts';
import {
  createReport,
  refreshDraft,
  reopenReport,
  submitReport,
  withdrawDraft,
  writeChapterText,
} from './act-on-report.ts';
import { listRecords, makeRecord } from './make-record.ts';
import { getReport, listReports } from './report-reads.ts';
import { changePaperSettings, getPaperSettings } from './settings.ts';
import { freezeReport, signReport } from './sign-report.ts';
import { removeTemplate, setTemplate } from './templates.ts';

export const reportingRouter = {
  listReports: bind(contract.listReports, listReports),
  getReport: bind(contract.getReport, getReport),
  createReport: bind(contract.createReport, createReport),
  refreshDraft: bind(contract.refreshDraft, refreshDraft),
  writeChapterText: bind(contract.writeChapterText, writeChapterText),
  freezeReport: bind(contract.freezeReport, freezeReport),
  reopenReport: bind(contract.reopenReport, reopenReport),
  signReport: bind(contract.signReport, signReport),
  submitReport: bind(contract.submitReport, submitReport),
  withdrawDraft: bind(contract.withdrawDraft, withdrawDraft),
  listRecords: bind(contract.listRecords, (ctx) => listRecords(ctx)),
  makeRecord: bind(contract.makeRecord, makeRecord),
  getPaperSettings: bind(contract.getPaperSettings, (ctx) => getPaperSettings(ctx)),
  changePaperSettings: bind(contract.changePaperSettings, changePaperSettings),
  setTemplate: bind(contract.setTemplate, setTemplate),
  removeTemplate: bind(contract.removeTemplate, removeTemplate),
};
