-- Accounts: the people who sign in and what they may do. Sign-in itself (passwords, sessions, second
-- factor) lives in schema auth, owned by simpul_auth; tenancy and roles live here.

create schema accounts;
comment on schema accounts is 'People who sign in, dated role grants, invitations, tokens of the command line.';
grant usage on schema accounts to simpul_app, simpul_auth;

create table accounts.role (
  code text primary key,
  label_id text not null,
  label_en text not null
);
comment on table accounts.role is 'Roles (domain.md section 2), kept in step with contract/src/accounts/roles.ts at start.';
comment on column accounts.role.code is 'P0 · role id';
comment on column accounts.role.label_id is 'P0 · name in Bahasa Indonesia';
comment on column accounts.role.label_en is 'P0 · name in English';
select platform.protect('accounts.role', 'reference');

create table accounts.role_capability (
  role text not null references accounts.role (code),
  capability text not null,
  primary key (role, capability)
);
comment on table accounts.role_capability is 'What a role may do at all; which rows it reaches is decided by each table''s policies.';
comment on column accounts.role_capability.role is 'P0 · role';
comment on column accounts.role_capability.capability is 'P0 · capability';
select platform.protect('accounts.role_capability', 'reference');

create table accounts.person (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  kind text not null default 'person' check (kind in ('person', 'system', 'service')),
  name text not null,
  email text,
  state text not null default 'active' check (state in ('active', 'suspended')),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table accounts.person is 'One account; its id is the id of the sign-in user.';
comment on column accounts.person.id is 'P1 · account id';
comment on column accounts.person.tenant is 'P0 · home tenant';
comment on column accounts.person.kind is 'P0 · person, system (scheduled work) or service';
comment on column accounts.person.name is 'P1 · name of the official';
comment on column accounts.person.email is 'P1 · work address, also the sign-in name';
comment on column accounts.person.state is 'P1 · active or suspended';
comment on column accounts.person.demo is 'P0 · account of a demonstration: refused by an office installation';
comment on column accounts.person.created_at is 'P1 · when made';
comment on column accounts.person.version is 'P0 · optimistic version';
create unique index on accounts.person (tenant, lower(email));
select platform.protect('accounts.person', 'tenant');

create table accounts.role_grant (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  person uuid not null references accounts.person (id),
  role text not null references accounts.role (code),
  agency uuid,
  valid_from date not null,
  valid_to date,
  basis text not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  review_due date not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  ended_by uuid,
  ended_reason text,
  version integer not null default 1,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table accounts.role_grant is 'A role of a person at an agency between two dates; ended, never deleted; reviewed yearly.';
comment on column accounts.role_grant.id is 'P1 · id';
comment on column accounts.role_grant.tenant is 'P0 · tenant the role is held in';
comment on column accounts.role_grant.person is 'P1 · holder';
comment on column accounts.role_grant.role is 'P1 · role';
comment on column accounts.role_grant.agency is 'P1 · agency acted for, empty for roles of the whole tenant';
comment on column accounts.role_grant.valid_from is 'P1 · first day';
comment on column accounts.role_grant.valid_to is 'P1 · last day, open when empty';
comment on column accounts.role_grant.basis is 'P1 · decree or letter the role rests on';
comment on column accounts.role_grant.granted_by is 'P1 · who granted';
comment on column accounts.role_grant.granted_at is 'P1 · when';
comment on column accounts.role_grant.review_due is 'P1 · day of the yearly review';
comment on column accounts.role_grant.reviewed_by is 'P1 · who reviewed last';
comment on column accounts.role_grant.reviewed_at is 'P1 · when';
comment on column accounts.role_grant.ended_by is 'P1 · who ended it early';
comment on column accounts.role_grant.ended_reason is 'P1 · why';
comment on column accounts.role_grant.version is 'P0 · optimistic version';
create index on accounts.role_grant (person);
create index on accounts.role_grant (role);
create index on accounts.role_grant (tenant, review_due);
select platform.protect('accounts.role_grant', 'tenant');

create function accounts.can(capability text) returns boolean
  language sql stable security definer set search_path = ''
  -- The context is verified once: this runs in nearly every statement.
  return exists (
    select 1
    from (select platform.verified_context() as part) c
    join accounts.role_grant g on g.person = (c.part[2])::uuid and g.tenant = c.part[3]
         and g.agency is not distinct from nullif(c.part[4], '')::uuid
    join accounts.person p on p.id = g.person and p.state = 'active'
    join accounts.role_capability r on r.role = g.role
    where current_date between g.valid_from and coalesce(g.valid_to, 'infinity'::date)
      and r.capability = can.capability
  );
comment on function accounts.can(text) is
  'Whether the person of the signed context holds the capability today, in this tenant and agency. Policies call it as (select accounts.can(...)), once a statement.';

create policy self on accounts.person for select to simpul_app using (id = (select platform.actor()));
create policy colleagues on accounts.person for select to simpul_app
  using ((select accounts.can('accounts.manage')) or (select accounts.can('accounts.review')) or (select accounts.can('audit.read')));
create policy manage on accounts.person for insert to simpul_app with check ((select accounts.can('accounts.manage')));
create policy change on accounts.person for update to simpul_app
  using ((select accounts.can('accounts.manage'))) with check ((select accounts.can('accounts.manage')));

create policy own on accounts.role_grant for select to simpul_app using (person = (select platform.actor()));
create policy overseen on accounts.role_grant for select to simpul_app
  using ((select accounts.can('accounts.manage')) or (select accounts.can('accounts.review')));
create policy manage on accounts.role_grant for insert to simpul_app
  with check ((select accounts.can('accounts.manage')) and granted_by = (select platform.actor())
              and person <> (select platform.actor()));
create policy change on accounts.role_grant for update to simpul_app
  using ((select accounts.can('accounts.manage')) or (select accounts.can('accounts.review')))
  with check ((select accounts.can('accounts.manage')) or (select accounts.can('accounts.review')));

create policy readers on audit.entry for select to simpul_app using ((select accounts.can('audit.read')));

-- ---------------------------------------------------------------------------------------------------
-- Who signed in. Called by simpul_auth only: app cannot ask about a person it does not speak for.

create function accounts.who(person_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
  return (
    select jsonb_build_object(
      'id', p.id, 'name', p.name, 'email', p.email, 'demo', p.demo,
      'grants', coalesce((
        select jsonb_agg(jsonb_build_object(
                 'tenant', g.tenant, 'tenantName', t.name, 'zone', t.zone, 'agency', g.agency, 'role', g.role,
                 'capabilities', (select coalesce(jsonb_agg(c.capability order by c.capability), '[]')
                                  from accounts.role_capability c where c.role = g.role))
               order by g.granted_at, g.id)
        from accounts.role_grant g
        join platform.tenant t on t.code = g.tenant
        where g.person = p.id and current_date between g.valid_from and coalesce(g.valid_to, 'infinity'::date)
      ), '[]'))
    from accounts.person p
    where p.id = person_id and p.state = 'active'
  );
comment on function accounts.who(uuid) is 'Account, valid grants and capabilities of a person who signed in; null when suspended or unknown.';
revoke execute on function accounts.who(uuid) from public;
grant execute on function accounts.who(uuid) to simpul_auth;

-- ---------------------------------------------------------------------------------------------------

create table accounts.token (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  person uuid not null references accounts.person (id),
  label text not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  unique (token_hash)
);
comment on table accounts.token is 'Tokens with which the command line acts for a person (SIMPUL_TOKEN): same policies, same audit.';
comment on column accounts.token.id is 'P1 · id';
comment on column accounts.token.tenant is 'P0 · tenant';
comment on column accounts.token.person is 'P1 · whom it speaks for';
comment on column accounts.token.label is 'P1 · what it is for';
comment on column accounts.token.token_hash is 'P5 · SHA-256 of 256 random bits: nothing to guess, so a plain hash is enough';
comment on column accounts.token.created_at is 'P1 · when made';
comment on column accounts.token.expires_at is 'P1 · end, at most a year';
comment on column accounts.token.revoked_at is 'P1 · when revoked';
create index on accounts.token (person);
select platform.protect('accounts.token', 'tenant');
create policy own on accounts.token to simpul_app
  using (person = (select platform.actor())) with check (person = (select platform.actor()));

create function accounts.person_of_token(hash bytea) returns uuid
  language sql stable security definer set search_path = ''
  return (select person from accounts.token
          where token_hash = hash and revoked_at is null and expires_at > now());
comment on function accounts.person_of_token(bytea) is 'Whom a valid token speaks for, or null.';
revoke execute on function accounts.person_of_token(bytea) from public;
grant execute on function accounts.person_of_token(bytea) to simpul_auth;

create table accounts.invitation (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  email text not null,
  name text not null,
  role text not null references accounts.role (code),
  agency uuid,
  basis text not null,
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  unique (token_hash)
);
comment on table accounts.invitation is 'The only way to an account: somebody who may manage accounts invites, the person sets a password.';
comment on column accounts.invitation.id is 'P1 · id';
comment on column accounts.invitation.tenant is 'P0 · tenant';
comment on column accounts.invitation.email is 'P1 · work address invited';
comment on column accounts.invitation.name is 'P1 · name of the official';
comment on column accounts.invitation.role is 'P1 · role offered';
comment on column accounts.invitation.agency is 'P1 · agency';
comment on column accounts.invitation.basis is 'P1 · decree or letter';
comment on column accounts.invitation.token_hash is 'P5 · SHA-256 of the random code in the link';
comment on column accounts.invitation.invited_by is 'P1 · who invited';
comment on column accounts.invitation.created_at is 'P1 · when';
comment on column accounts.invitation.expires_at is 'P1 · end';
comment on column accounts.invitation.accepted_at is 'P1 · when accepted';
comment on column accounts.invitation.withdrawn_at is 'P1 · when withdrawn';
create index on accounts.invitation (role);
select platform.protect('accounts.invitation', 'tenant');
create policy manage on accounts.invitation to simpul_app
  using ((select accounts.can('accounts.manage'))) with check ((select accounts.can('accounts.manage')));

-- An invitation is opened before there is an account: simpul_auth may look it up by its hash and mark it.
create function accounts.open_invitation(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('id', i.id, 'email', i.email, 'name', i.name, 'role', i.role, 'tenantName', t.name)
          from accounts.invitation i join platform.tenant t on t.code = i.tenant
          where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now());
comment on function accounts.open_invitation(bytea) is 'What an open invitation offers, or null.';

create function accounts.accept_invitation(hash bytea, user_id uuid, grant_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
declare i accounts.invitation;
begin
  update accounts.invitation set accepted_at = now()
   where token_hash = hash and accepted_at is null and withdrawn_at is null and expires_at > now()
   returning * into i;
  if not found then return false; end if;
  insert into accounts.person (id, tenant, name, email) values (user_id, i.tenant, i.name, i.email);
  insert into accounts.role_grant (id, tenant, person, role, agency, valid_from, basis, granted_by, review_due)
  values (grant_id, i.tenant, user_id, i.role, i.agency, current_date, i.basis, i.invited_by,
          current_date + interval '1 year');
  return true;
end $$;
comment on function accounts.accept_invitation(bytea, uuid, uuid) is 'Turns an open invitation into an account with its role; false when it is no longer open.';
revoke execute on function accounts.open_invitation(bytea), accounts.accept_invitation(bytea, uuid, uuid) from public;
grant execute on function accounts.open_invitation(bytea), accounts.accept_invitation(bytea, uuid, uuid) to simpul_auth;

-- A demonstration shows its invented logins on the sign-in page.
create function accounts.demo_logins() returns table (role text, label text, email text)
  language sql stable security definer set search_path = ''
begin atomic
  select g.role, p.name, p.email
    from accounts.person p
    join lateral (select * from accounts.role_grant g where g.person = p.id order by g.granted_at, g.id limit 1) g on true
   where p.demo and p.kind = 'person' and exists (select 1 from platform.installation i where i.kind = 'demo')
   order by p.email;
end;
comment on function accounts.demo_logins() is 'Invented logins of a demonstration; empty in an office installation.';
revoke execute on function accounts.demo_logins() from public;
grant execute on function accounts.demo_logins() to simpul_auth;
