import { clearingRoutes as contract } from '@simpul/contract/clearing/routes';
import { bind } from '../../platform/http/bind.ts';
import { agreeRound, cancelRound } from './round/agree-round.ts';
import { decideClear, decidePair, undoDecision } from './round/decide-pair.ts';
import { openRound } from './round/open-round.ts';
import { revealField } from './round/reveal-field.ts';
import { getPair, getRound, listLineage, listPairs, listRounds } from './round/round-reads.ts';

export const clearingRouter = {
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
