import { z } from 'zod';
import { command, read } from '../route.ts';
import {
  CreateImport,
  Import,
  ImportId,
  ImportPage,
  ImportQuery,
  ImportVersion,
  Period,
  PeriodAgency,
  ProblemPage,
  ProblemQuery,
  SetMapping,
  WithdrawImport,
} from './import.ts';

const permission = 'clearing.import';

export const importRoutes = {
  listPeriods: read({
    path: '/clearing/periods',
    permission: 'signed-in',
    summary: 'Periods agencies hand in',
  }).output(z.array(Period)),
  listPeriodAgencies: read({
    path: '/clearing/periods/{code}/agencies',
    permission: 'figures.read',
    summary: 'What arrived for a period, by agency (own agency for data contacts, all for stewards)',
  })
    .input(Period.pick({ code: true }))
    .output(z.array(PeriodAgency)),
  openPeriod: command({
    path: '/clearing/periods/{code}/open',
    permission: 'clearing.round',
    audit: 'clearing.open_period',
    summary: 'Open a quarter for which agencies hand in, or a closed one again for late corrections',
  }).input(Period.pick({ code: true })),
  closePeriod: command({
    path: '/clearing/periods/{code}/close',
    permission: 'clearing.round',
    audit: 'clearing.close_period',
    summary: 'Close a quarter: nothing is handed in, corrected or signed for it any more',
  }).input(Period.pick({ code: true })),
  createImport: command({
    path: '/clearing/imports',
    permission,
    audit: 'clearing.create_import',
    summary: 'Hand in an uploaded file for a period; recognising and checking begin',
  }).input(CreateImport),
  listImports: read({ path: '/clearing/imports', permission, summary: 'Imports of the own agency' })
    .input(ImportQuery)
    .output(ImportPage),
  getImport: read({ path: '/clearing/imports/{id}', permission, summary: 'One import, identity masked' })
    .input(ImportId)
    .output(Import),
  listProblems: read({
    path: '/clearing/imports/{id}/problems',
    permission,
    summary: 'Rows with problems, values masked',
  })
    .input(ProblemQuery)
    .output(ProblemPage),
  setMapping: command({
    method: 'PUT',
    path: '/clearing/imports/{id}/mapping',
    permission,
    audit: 'clearing.map_import',
    summary: 'Say how the file is read and check it again; remembered for the next file of this layout',
  }).input(SetMapping),
  acceptImport: command({
    path: '/clearing/imports/{id}/accept',
    permission,
    audit: 'clearing.accept_import',
    summary: 'Take the rows in: all of them or none',
  }).input(ImportVersion),
  cancelImport: command({
    path: '/clearing/imports/{id}/cancel',
    permission,
    audit: 'clearing.cancel_import',
    summary: 'Lay the import aside; nothing of it is kept but the sealed original',
  }).input(ImportVersion),
  withdrawImport: command({
    path: '/clearing/imports/{id}/withdraw',
    permission,
    audit: 'clearing.withdraw_import',
    summary: 'Take back all rows of an import that was taken in by mistake, before the quarter is signed',
  }).input(WithdrawImport),
};
