import { command, read } from '../route.ts';
import { identityPurposes } from './purposes.ts';
import {
  ConfirmRows,
  CorrectRow,
  ExcludeRow,
  RowDetail,
  RowId,
  RowIdentity,
  RowPage,
  RowQuery,
  SignOff,
  WithdrawSignOff,
} from './verify.ts';

const permission = 'clearing.verify';

export const verifyRoutes = {
  listRows: read({ path: '/clearing/rows', permission, summary: 'Rows of the own agency, without identity' })
    .input(RowQuery)
    .output(RowPage),
  getRow: read({ path: '/clearing/rows/{id}', permission, summary: 'One row, without identity' })
    .input(RowId)
    .output(RowDetail),
  getRowIdentity: read({
    path: '/clearing/rows/{id}/identity',
    permission,
    audit: 'clearing.read_identity',
    purposes: identityPurposes,
    stepUp: true,
    summary: 'Who a row of the own agency speaks of, logged',
  })
    .input(RowId)
    .output(RowIdentity),
  confirmRows: command({
    path: '/clearing/rows/confirm',
    permission,
    audit: 'clearing.confirm_rows',
    summary: 'Confirm rows of the own agency',
  }).input(ConfirmRows),
  excludeRow: command({
    path: '/clearing/rows/{id}/exclude',
    permission,
    audit: 'clearing.exclude_row',
    summary: 'Keep a row out of the count, with a reason',
  }).input(ExcludeRow),
  correctRow: command({
    path: '/clearing/rows/{id}/correct',
    permission,
    audit: 'clearing.correct_row',
    summary: 'Correct a row: the old one is superseded, not overwritten',
  }).input(CorrectRow),
  signOff: command({
    path: '/clearing/sign-offs',
    permission,
    audit: 'clearing.sign_off',
    summary: 'Answer for the agency’s rows of a period',
  }).input(SignOff),
  withdrawSignOff: command({
    path: '/clearing/sign-offs/withdraw',
    permission,
    audit: 'clearing.withdraw_sign_off',
    summary: 'Take a sign-off back, with a reason',
  }).input(WithdrawSignOff),
};
