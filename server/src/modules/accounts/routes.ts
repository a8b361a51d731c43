import { accountsRoutes as contract } from '@simpul/contract/accounts/routes';
import { bind, bindOpen } from '../../platform/http/bind.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { approveRecovery } from './approve-recovery.ts';
import { getDemoInfo } from './demo.ts';
import { endGrant, grantRole, reviewGrant } from './grant-role.ts';
import { listReviews } from './grants.ts';
import { listInvitations, openInvitation } from './invitations.ts';
import { invite, withdrawInvitation } from './invite.ts';
import { listNotices, seeNotices } from './notices.ts';
import { getPerson, listPeople } from './people.ts';
import { getMe } from './reads.ts';
import { createRecovery, useRecovery } from './recovery.ts';
import { listSessions, revokeOtherSessions, revokeSession } from './sessions.ts';
import { stepUp } from './step-up.ts';
import { reactivatePerson, suspendPerson, unlockPerson } from './suspend.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

export const accountsRouter = {
  me: bind(contract.me, (ctx) => getMe(ctx)),
  stepUp: bind(contract.stepUp, stepUp),
  sessions: bind(contract.sessions, (ctx) => listSessions(ctx)),
  revokeSession: bind(contract.revokeSession, revokeSession),
  revokeOtherSessions: bind(contract.revokeOtherSessions, (ctx) => revokeOtherSessions(ctx)),
  notices: bind(contract.notices, (ctx) => listNotices(ctx)),
  seeNotices: bind(contract.seeNotices, seeNotices),
  tokens: bind(contract.tokens, (ctx) => listTokens(ctx)),
  createToken: bind(contract.createToken, createToken),
  revokeToken: bind(contract.revokeToken, revokeToken),

  demo: bindOpen(contract.demo, (ctx) => getDemoInfo(ctx)),
  openInvitation: bindOpen(contract.openInvitation, openInvitation),
  acceptInvitation: bindOpen(contract.acceptInvitation, acceptInvitation),
  useRecovery: bindOpen(contract.useRecovery, useRecovery),

  invitations: bind(contract.invitations, listInvitations),
  invite: bind(contract.invite, invite),
  withdrawInvitation: bind(contract.withdrawInvitation, withdrawInvitation),

  people: bind(contract.people, listPeople),
  person: bind(contract.person, getPerson),
  suspend: bind(contract.suspend, suspendPerson),
  reactivate: bind(contract.reactivate, reactivatePerson),
  unlock: bind(contract.unlock, unlockPerson),
  grantRole: bind(contract.grantRole, grantRole),
  createRecovery: bind(contract.createRecovery, createRecovery),
  approveRecovery: bind(contract.approveRecovery, approveRecovery),

  endGrant: bind(contract.endGrant, endGrant),
  reviews: bind(contract.reviews, listReviews),
  reviewGrant: bind(contract.reviewGrant, reviewGrant),
};
