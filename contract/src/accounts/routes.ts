import { z } from 'zod';
import { P1 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { command, commandAnswering, read, Version } from '../route.ts';
import { Grant, NewGrant, Reason } from './grant.ts';
import {
  AcceptInvitation,
  Invitation,
  InvitationQuery,
  LinkCode,
  MadeRecovery,
  NewInvitation,
  NewRecovery,
  OpenedInvitation,
  RefWithCode,
  UseRecovery,
} from './invitation.ts';
import { DemoInfo, Me } from './me.ts';
import { Notice } from './notice.ts';
import { PersonDetail, PersonLine, PersonQuery } from './person.ts';
import { NewToken, Session, StepUp, Token } from './session.ts';

const ById = z.object({ id: P1(z.uuid()) });
const AtVersion = ById.extend({ version: Version });

/** Ending a role needs a reason, keeping it does not. */
const ReviewDecision = AtVersion.extend({
  decision: P1(z.enum(['confirm', 'end'])),
  reason: Reason.optional(),
}).refine((d) => d.decision === 'confirm' || d.reason !== undefined, {
  path: ['reason'],
  message: 'Say why the role ends.',
});

/** What a signed-in person does with the own account. */
const ownRoutes = {
  me: read({
    path: '/accounts/me',
    permission: 'signed-in',
    withoutSecondFactor: true,
    summary: 'The signed-in person and what they may do',
  }).output(Me),
  stepUp: command({
    path: '/accounts/step-up',
    permission: 'signed-in',
    audit: 'accounts.step_up',
    secret: true,
    summary: 'Confirm second factor or password once more, for a few minutes',
  }).input(StepUp),
  sessions: read({
    path: '/accounts/sessions',
    permission: 'signed-in',
    withoutSecondFactor: true,
    summary: 'Browsers in which one is signed in',
  }).output(z.array(Session)),
  revokeSession: command({
    path: '/accounts/sessions/{id}/revoke',
    permission: 'signed-in',
    withoutSecondFactor: true,
    audit: 'accounts.revoke_session',
    summary: 'Sign one browser out',
  }).input(ById),
  revokeOtherSessions: command({
    path: '/accounts/sessions/revoke-others',
    permission: 'signed-in',
    withoutSecondFactor: true,
    audit: 'accounts.revoke_session',
    summary: 'Sign all other browsers out',
  }),
  notices: read({
    path: '/accounts/notices',
    permission: 'signed-in',
    summary: 'What happened to the own account and, for who sees accounts, to others; not put aside yet',
  }).output(z.array(Notice)),
  seeNotices: command({
    path: '/accounts/notices/seen',
    permission: 'signed-in',
    audit: 'accounts.see_notices',
    summary: 'Put notices aside',
  }).input(z.object({ ids: z.array(P1(z.uuid())).min(1).max(100) })),
  tokens: read({
    path: '/accounts/tokens',
    permission: 'signed-in',
    summary: 'Own tokens of the command line',
  }).output(z.array(Token)),
  createToken: commandAnswering({
    path: '/accounts/tokens',
    permission: 'signed-in',
    audit: 'accounts.create_token',
    stepUp: true,
    summary: 'Make a token for the command line; it is shown once',
  })
    .input(NewToken)
    .output(RefWithCode),
  revokeToken: command({
    path: '/accounts/tokens/{id}/revoke',
    permission: 'signed-in',
    audit: 'accounts.revoke_token',
    summary: 'End a token',
  }).input(ById),
};

/** What whoever holds a code does before there is a sign-in. */
const openRoutes = {
  demo: read({ path: '/demo', permission: 'public', summary: 'Logins of a demonstration' }).output(DemoInfo),
  openInvitation: commandAnswering({
    path: '/accounts/invitations/open',
    permission: 'public',
    audit: 'accounts.open_invitation',
    secret: true,
    summary: 'What an invitation offers',
  })
    .input(z.object({ code: LinkCode }))
    .output(OpenedInvitation),
  acceptInvitation: command({
    path: '/accounts/invitations/accept',
    permission: 'public',
    audit: 'accounts.accept_invitation',
    secret: true,
    summary: 'Set a password and have the account',
  }).input(AcceptInvitation),
  useRecovery: command({
    path: '/accounts/recover',
    permission: 'public',
    audit: 'accounts.use_recovery',
    secret: true,
    summary: 'Set a new password with a recovery code; the second factor is enrolled anew',
  }).input(UseRecovery),
};

const invitationRoutes = {
  invitations: read({
    path: '/accounts/invitations',
    permission: 'accounts.read',
    summary: 'Invitations, the newest first',
  })
    .input(InvitationQuery)
    .output(page(Invitation)),
  invite: commandAnswering({
    path: '/accounts/invitations',
    permission: 'accounts.manage',
    audit: 'accounts.invite',
    stepUp: true,
    summary: 'Invite a person to a role; the link is shown once',
  })
    .input(NewInvitation)
    .output(RefWithCode),
  withdrawInvitation: command({
    path: '/accounts/invitations/{id}/withdraw',
    permission: 'accounts.manage',
    audit: 'accounts.withdraw_invitation',
    summary: 'Make an invitation useless',
  }).input(ById),
};

const peopleRoutes = {
  people: read({ path: '/accounts/people', permission: 'accounts.read', summary: 'Accounts of the tenant' })
    .input(PersonQuery)
    .output(page(PersonLine)),
  person: read({
    path: '/accounts/people/{id}',
    permission: 'accounts.read',
    summary: 'An account with all roles it ever held',
  })
    .input(ById)
    .output(PersonDetail),
  suspend: command({
    path: '/accounts/people/{id}/suspend',
    permission: 'accounts.manage',
    audit: 'accounts.suspend',
    summary: 'Stop an account at once',
  }).input(AtVersion.extend({ reason: Reason })),
  reactivate: command({
    path: '/accounts/people/{id}/reactivate',
    permission: 'accounts.manage',
    audit: 'accounts.reactivate',
    stepUp: true,
    summary: 'Open a suspended account again',
  }).input(AtVersion),
  unlock: command({
    path: '/accounts/people/{id}/unlock',
    permission: 'accounts.manage',
    audit: 'accounts.unlock',
    summary: 'End the wait after too many wrong passwords or codes',
  }).input(ById),
  grantRole: command({
    path: '/accounts/people/{id}/grants',
    permission: 'accounts.manage',
    audit: 'accounts.grant_role',
    stepUp: true,
    summary: 'Give a person a role between two days',
  }).input(NewGrant.extend({ id: P1(z.uuid()) })),
  createRecovery: commandAnswering({
    path: '/accounts/recoveries',
    permission: 'accounts.manage',
    audit: 'accounts.create_recovery',
    stepUp: true,
    summary: 'Make a recovery code for who lost password or second factor; it is shown once',
  })
    .input(NewRecovery)
    .output(MadeRecovery),
  approveRecovery: command({
    path: '/accounts/recoveries/{id}/approve',
    permission: 'accounts.approve',
    audit: 'accounts.approve_recovery',
    stepUp: true,
    summary:
      'Approve, as the second person, a recovery of an account that reaches identity or manages accounts',
  }).input(ById.extend({ reason: Reason })),
};

const grantRoutes = {
  endGrant: command({
    path: '/accounts/grants/{id}/end',
    permission: 'accounts.manage',
    audit: 'accounts.end_grant',
    summary: 'End a role at once',
  }).input(AtVersion.extend({ reason: Reason })),
  reviews: read({
    path: '/accounts/reviews',
    permission: 'accounts.review',
    summary: 'Roles whose yearly review is due within 30 days or overdue',
  })
    .input(PageQuery)
    .output(page(Grant)),
  reviewGrant: command({
    path: '/accounts/grants/{id}/review',
    permission: 'accounts.review',
    audit: 'accounts.review_grant',
    summary: 'Confirm a role for another year, or end it',
  }).input(ReviewDecision),
};

export const accountsRoutes = {
  ...ownRoutes,
  ...openRoutes,
  ...invitationRoutes,
  ...peopleRoutes,
  ...grantRoutes,
};
