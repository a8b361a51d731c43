import { accountsRoutes as contract } from '@simpul/contract/accounts/routes';
import { bind, bindOpen } from '../../platform/http/bind.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { getDemoInfo } from './demo.ts';
import { endGrant, grantRole, reviewGrant } from './grant-role.ts';
import { listReviews } from './grants.ts';
import { listInvitations, openInvitation } from './invitations.ts';
import { invite, withdrawInvitation } from './invite.ts';
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

  endGrant: bind(contract.endGrant, endGrant),
  reviews: bind(contract.reviews, listReviews),
  reviewGrant: bind(contract.reviewGrant, reviewGrant),
};
