import { command, read } from '../route.ts';
import {
  AgreeRound,
  DecideClear,
  DecidePair,
  LineagePage,
  LineageQuery,
  OpenRound,
  Pair,
  PairPage,
  PairQuery,
  RevealField,
  Revealed,
  Round,
  RoundId,
  RoundPage,
  UndoDecision,
} from './round.ts';
import { PageQuery } from '../paging.ts';
import { reviewPurpose } from './purposes.ts';

const permission = 'clearing.round';

export const roundRoutes = {
  openRound: command({
    path: '/clearing/rounds',
    permission,
    audit: 'clearing.open_round',
    summary: 'Open a clearing round over the confirmed rows of a counting year',
  }).input(OpenRound),
  listRounds: read({ path: '/clearing/rounds', permission: 'figures.read', summary: 'Clearing rounds' })
    .input(PageQuery)
    .output(RoundPage),
  getRound: read({ path: '/clearing/rounds/{id}', permission: 'figures.read', summary: 'One clearing round' })
    .input(RoundId)
    .output(Round),
  cancelRound: command({
    path: '/clearing/rounds/{id}/cancel',
    permission,
    audit: 'clearing.cancel_round',
    summary: 'Cancel a round that is not agreed',
  }).input(AgreeRound),
  agreeRound: command({
    path: '/clearing/rounds/{id}/agree',
    permission,
    audit: 'clearing.agree_round',
    summary: 'Close a round: its figures become the agreed ones',
  }).input(AgreeRound),
  listPairs: read({ path: '/clearing/rounds/{id}/pairs', permission, summary: 'Pairs of a round' })
    .input(PairQuery)
    .output(PairPage),
  listLineage: read({
    path: '/clearing/rounds/{id}/rows',
    permission: 'figures.read',
    summary: 'Rows an agreed figure counts, as far as the person may see them',
  })
    .input(LineageQuery)
    .output(LineagePage),
  decideClear: command({
    path: '/clearing/rounds/{id}/decide-clear',
    permission,
    audit: 'clearing.decide_clear',
    summary: 'Decide all pairs with equal NIK, name, birth date and sex as the same person',
  }).input(DecideClear),
  getPair: read({ path: '/clearing/pairs/{id}', permission, summary: 'One pair, identity masked' })
    .input(RoundId)
    .output(Pair),
  decidePair: command({
    path: '/clearing/pairs/{id}/decide',
    permission,
    audit: 'clearing.decide_pair',
    summary: 'Decide whether two rows speak of the same person',
  }).input(DecidePair),
  undoDecision: command({
    path: '/clearing/pairs/{id}/undo',
    permission,
    audit: 'clearing.undo_decision',
    summary: 'Take a decision back',
  }).input(UndoDecision),
  revealField: read({
    path: '/clearing/pairs/{id}/fields/{field}',
    permission: 'clearing.reveal',
    audit: 'clearing.reveal_field',
    purposes: [reviewPurpose],
    stepUp: true,
    summary: 'Show one masked field of both rows, logged',
  })
    .input(RevealField)
    .output(Revealed),
};
