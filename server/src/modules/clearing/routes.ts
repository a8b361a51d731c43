import { clearingRoutes as contract } from '@simpul/contract/clearing/routes';
import { bind } from '../../platform/http/bind.ts';
import { acceptImport, cancelImport, createImport, setMapping } from './intake/create-import.ts';
import { getImport, listImports, listProblems } from './intake/import-reads.ts';
import { withdrawImport } from './intake/withdraw-import.ts';
import { listPeriodAgencies, listPeriods } from './periods.ts';
import { agreeRound, cancelRound } from './round/agree-round.ts';
import { decideClear, decidePair, undoDecision } from './round/decide-pair.ts';
import { openRound } from './round/open-round.ts';
import { revealField } from './round/reveal-field.ts';
import { getPair, getRound, listLineage, listPairs, listRounds } from './round/round-reads.ts';
import { confirmRows, correctRow, excludeRow } from './verify/change-rows.ts';
import { closePeriod, openPeriod } from './steer-period.ts';
import { getRow, getRowIdentity, listRows } from './verify/row-reads.ts';
import { signOff, withdrawSignOff } from './verify/sign-off.ts';

export const clearingRouter = {
  listPeriods: bind(contract.listPeriods, (ctx) => listPeriods(ctx)),
  listPeriodAgencies: bind(contract.listPeriodAgencies, listPeriodAgencies),
  openPeriod: bind(contract.openPeriod, openPeriod),
  closePeriod: bind(contract.closePeriod, closePeriod),
  createImport: bind(contract.createImport, createImport),
  listImports: bind(contract.listImports, listImports),
  getImport: bind(contract.getImport, getImport),
  listProblems: bind(contract.listProblems, listProblems),
  setMapping: bind(contract.setMapping, setMapping),
  acceptImport: bind(contract.acceptImport, acceptImport),
  cancelImport: bind(contract.cancelImport, cancelImport),
  withdrawImport: bind(contract.withdrawImport, withdrawImport),

  listRows: bind(contract.listRows, listRows),
  getRow: bind(contract.getRow, getRow),
  getRowIdentity: bind(contract.getRowIdentity, getRowIdentity),
  confirmRows: bind(contract.confirmRows, confirmRows),
  excludeRow: bind(contract.excludeRow, excludeRow),
  correctRow: bind(contract.correctRow, correctRow),
  signOff: bind(contract.signOff, signOff),
  withdrawSignOff: bind(contract.withdrawSignOff, withdrawSignOff),

  openRound: bind(contract.openRound, openRound),
  listRounds: bind(contract.listRounds, listRounds),
  getRound: bind(contract.getRound, getRound),
  cancelRound: bind(contract.cancelRound, cancelRound),
  agreeRound: bind(contract.agreeRound, agreeRound),
  listPairs: bind(contract.listPairs, listPairs),
  listLineage: bind(contract.listLineage, listLineage),
  decideClear: bind(contract.decideClear, decideClear),
  getPair: bind(contract.getPair, getPair),
  decidePair: bind(contract.decidePair, decidePair),
  undoDecision: bind(contract.undoDecision, undoDecision),
  revealField: bind(contract.revealField, revealField),
};
