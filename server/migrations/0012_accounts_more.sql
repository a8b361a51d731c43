-- Accounts: ending, reviewing and recovering; who may change what, column by column; names for other screens.

alter table accounts.person
  add column suspended_at timestamptz,
  add column suspended_by uuid,
  add column suspended_reason text;
comment on column accounts.person.suspended_at is 'P1 · since when';
comment on column accounts.person.suspended_by is 'P1 · who suspended';
comment on column accounts.person.suspended_reason is 'P1 · why';
create index on accounts.person (tenant, lower(name), id);

alter table accounts.role_grant add column ended_at timestamptz;
comment on column accounts.role_grant.ended_at is 'P1 · ended early at this moment: counts at once, whatever the last day says';
alter table accounts.invitation add column accepted_by uuid references accounts.person (id);
comment on column accounts.invitation.accepted_by is 'P1 · account that came of it';
create index on accounts.invitation (accepted_by);
create index on accounts.invitation (tenant, created_at desc, id);

-- The day of a role is the day of its tenant: at seven in the morning of Samarinda it is still yesterday in UTC.
create function accounts.is_valid(g accounts.role_grant) returns boolean
  language sql stable set search_path = ''
  return g.ended_at is null and exists (
    select 1 from platform.tenant t
    where t.code = g.tenant
      and (now() at time zone t.zone)::date between g.valid_from and coalesce(g.valid_to, 'infinity'::date));
comment on function accounts.is_valid(accounts.role_grant) is 'Whether a role counts at this moment.';

-- The context is verified once a call, and plpgsql keeps the plan of its one query: nearly every statement passes here
-- (measured: 0.8 ms instead of 13.7 with 43 grants). The day is that of is_valid() above, which as a call would run a row.
create or replace function accounts.can(capability text) returns boolean
  language plpgsql stable security definer set search_path = ''
as $$
declare
  part text[] := platform.verified_context();
begin
  if part is null then return false; end if;
  return exists (
    select 1
    from accounts.role_grant g
    join accounts.person p on p.id = g.person and p.state = 'active'
    join accounts.role_capability c on c.role = g.role
    join platform.tenant t on t.code = g.tenant
    where g.person = part[2]::uuid
      and g.tenant = part[3]
      and g.agency is not distinct from nullif(part[4], '')::uuid
      and c.capability = can.capability
      and g.ended_at is null
      and (now() at time zone t.zone)::date between g.valid_from and coalesce(g.valid_to, 'infinity'::date)
  );
end $$;

create or replace function accounts.who(person_id uuid) returns jsonb
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
        where g.person = p.id and accounts.is_valid(g)
      ), '[]'))
    from accounts.person p
    where p.id = person_id and p.state = 'active'
  );

create function accounts.home_of(person_id uuid) returns table (tenant text, state text)
  language sql stable security definer set search_path = ''
begin atomic
  select p.tenant, p.state from accounts.person p where p.id = person_id;
end;
comment on function accounts.home_of(uuid) is 'Home tenant of an account, suspended or not: a refused sign-in is written into its trail.';
revoke execute on function accounts.home_of(uuid) from public;
grant execute on function accounts.home_of(uuid) to simpul_auth;

create function accounts.names(ids uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = ''
begin atomic
  select p.id, p.name from accounts.person p
   where p.id = any(ids)
     and (p.tenant = (select platform.tenant())
          or exists (select from accounts.role_grant g
                     where g.person = p.id and g.tenant = (select platform.tenant())));
end;
comment on function accounts.names(uuid[]) is
  'Names of the officials of the context''s tenant by account id, so that a screen can say who did something.';
revoke execute on function accounts.names(uuid[]) from public;
grant execute on function accounts.names(uuid[]) to simpul_app;

-- ---------------------------------------------------------------------------------------------------
-- Column by column: a role, its holder and its basis are never rewritten, only ended and reviewed.

revoke update on accounts.person, accounts.role_grant, accounts.invitation, accounts.token from simpul_app;
grant update (state, suspended_at, suspended_by, suspended_reason, version) on accounts.person to simpul_app;
grant update (valid_to, ended_at, ended_by, ended_reason, review_due, reviewed_by, reviewed_at, version)
  on accounts.role_grant to simpul_app;
grant update (withdrawn_at) on accounts.invitation to simpul_app;
grant update (revoked_at) on accounts.token to simpul_app;
-- Accounts come out of invitations (accounts.accept_invitation), never of an insert of the request path.
revoke insert on accounts.person from simpul_app;
drop policy manage on accounts.person;

drop policy colleagues on accounts.person;
create policy colleagues on accounts.person for select to simpul_app
  using ((select accounts.can('accounts.read')) or (select accounts.can('audit.read')));
drop policy overseen on accounts.role_grant;
create policy overseen on accounts.role_grant for select to simpul_app using ((select accounts.can('accounts.read')));

-- Nobody suspends, ends or reviews oneself.
drop policy change on accounts.person;
create policy change on accounts.person for update to simpul_app
  using ((select accounts.can('accounts.manage')) and id <> (select platform.actor()))
  with check ((select accounts.can('accounts.manage')) and id <> (select platform.actor()));
drop policy change on accounts.role_grant;
create policy change on accounts.role_grant for update to simpul_app
  using (((select accounts.can('accounts.manage')) or (select accounts.can('accounts.review')))
         and person <> (select platform.actor()))
  with check (((select accounts.can('accounts.manage')) or (select accounts.can('accounts.review')))
         and person <> (select platform.actor()));

-- The system account of a tenant is no role to hand out.
drop policy manage on accounts.role_grant;
create policy manage on accounts.role_grant for insert to simpul_app
  with check ((select accounts.can('accounts.manage')) and granted_by = (select platform.actor())
              and person <> (select platform.actor()) and role <> 'system'
              and ended_at is null and reviewed_at is null);
drop policy manage on accounts.invitation;
create policy manage on accounts.invitation for select to simpul_app using ((select accounts.can('accounts.read')));
create policy invite on accounts.invitation for insert to simpul_app
  with check ((select accounts.can('accounts.manage')) and invited_by = (select platform.actor()) and role <> 'system'
              and accepted_at is null and accepted_by is null and withdrawn_at is null);
create policy withdraw on accounts.invitation for update to simpul_app
  using ((select accounts.can('accounts.manage'))) with check ((select accounts.can('accounts.manage')));

-- A tenant without anybody who may manage accounts could not be helped from inside. The check takes a lock on
-- the tenant, so that two who end each other at the same moment do not both pass.
create function accounts.keep_a_manager() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  tenants text[];
  t text;
begin
  if tg_table_name = 'person' then
    select array_agg(distinct g.tenant order by g.tenant) into tenants
      from accounts.role_grant g
      join accounts.role_capability c on c.role = g.role and c.capability = 'accounts.manage'
     where g.person = new.id and accounts.is_valid(g);
  elsif exists (select from accounts.role_capability c
                where c.role = new.role and c.capability = 'accounts.manage') then
    tenants := array[new.tenant];
  end if;
  foreach t in array coalesce(tenants, '{}') loop
    perform pg_advisory_xact_lock(hashtextextended('simpul-accounts-manager:' || t, 0));
    if not exists (
      select 1 from accounts.role_grant g
      join accounts.person p on p.id = g.person and p.state = 'active' and p.kind = 'person'
      join accounts.role_capability c on c.role = g.role and c.capability = 'accounts.manage'
      where g.tenant = t and accounts.is_valid(g)
    ) then
      raise exception 'the last account that manages accounts stays' using errcode = 'SP001';
    end if;
  end loop;
  return null;
end $$;
comment on function accounts.keep_a_manager() is 'Refuses to end or suspend the last person of a tenant who may manage accounts.';
create trigger keep_a_manager after update on accounts.role_grant
  for each row when (old.ended_at is null and new.ended_at is not null) execute function accounts.keep_a_manager();
create trigger keep_a_manager after update on accounts.person
  for each row when (old.state = 'active' and new.state = 'suspended') execute function accounts.keep_a_manager();

-- ---------------------------------------------------------------------------------------------------
-- Invitations and recovery, by whoever holds the code: run by simpul_auth, which has no other way in.

drop function accounts.open_invitation(bytea);
create function accounts.open_invitation(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('id', i.id, 'email', i.email, 'name', i.name, 'role', i.role,
                                    'tenant', i.tenant, 'tenantName', t.name, 'expiresAt', i.expires_at)
          from accounts.invitation i
          join platform.tenant t on t.code = i.tenant
          where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
            and not exists (select from accounts.person p where p.id = i.invited_by and p.state <> 'active'));
comment on function accounts.open_invitation(bytea) is 'What an open invitation offers, or null; one of a suspended inviter is not open.';

create or replace function accounts.accept_invitation(hash bytea, user_id uuid, grant_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  i accounts.invitation;
  today date;
begin
  if accounts.open_invitation(hash) is null then return false; end if;
  update accounts.invitation set accepted_at = now()
   where token_hash = hash and accepted_at is null and withdrawn_at is null and expires_at > now()
   returning * into i;
  if not found then return false; end if;
  select (now() at time zone t.zone)::date into today from platform.tenant t where t.code = i.tenant;
  insert into accounts.person (id, tenant, name, email) values (user_id, i.tenant, i.name, i.email);
  insert into accounts.role_grant (id, tenant, person, role, agency, valid_from, basis, granted_by, review_due)
  values (grant_id, i.tenant, user_id, i.role, i.agency, today, i.basis, i.invited_by, today + interval '1 year');
  update accounts.invitation set accepted_by = user_id where id = i.id;
  return true;
end $$;
revoke execute on function accounts.open_invitation(bytea), accounts.accept_invitation(bytea, uuid, uuid) from public;
grant execute on function accounts.open_invitation(bytea), accounts.accept_invitation(bytea, uuid, uuid) to simpul_auth;

create table accounts.recovery (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  person uuid not null references accounts.person (id),
  reason text not null,
  token_hash bytea not null unique,
  made_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table accounts.recovery is 'A way back for who lost password or second factor: a code handed over in person, used once.';
comment on column accounts.recovery.id is 'P1 · id';
comment on column accounts.recovery.tenant is 'P0 · tenant';
comment on column accounts.recovery.person is 'P1 · whose account';
comment on column accounts.recovery.reason is 'P1 · how the person was recognised';
comment on column accounts.recovery.token_hash is 'P5 · SHA-256 of the random code';
comment on column accounts.recovery.made_by is 'P1 · who made it';
comment on column accounts.recovery.created_at is 'P1 · when';
comment on column accounts.recovery.expires_at is 'P1 · end, at most a day';
comment on column accounts.recovery.used_at is 'P1 · when used';
create index on accounts.recovery (person);
create index on accounts.recovery (tenant);
select platform.protect('accounts.recovery', 'tenant', 'select, insert');
create policy overseen on accounts.recovery for select to simpul_app using ((select accounts.can('accounts.read')));
create policy own on accounts.recovery for select to simpul_app using (person = (select platform.actor()));
create policy make on accounts.recovery for insert to simpul_app
  with check ((select accounts.can('accounts.manage')) and made_by = (select platform.actor())
              and person <> (select platform.actor()) and used_at is null
              and expires_at <= now() + interval '25 hours');

create function accounts.open_recovery(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('person', p.id, 'tenant', r.tenant, 'email', p.email, 'name', p.name)
          from accounts.recovery r
          join accounts.person p on p.id = r.person and p.state = 'active'
          join accounts.person m on m.id = r.made_by and m.state = 'active'
          where r.token_hash = hash and r.used_at is null and r.expires_at > now());
comment on function accounts.open_recovery(bytea) is 'Whose account a recovery code opens, or null.';
create function accounts.use_recovery(hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if accounts.open_recovery(hash) is null then return false; end if;
  update accounts.recovery set used_at = now() where token_hash = hash and used_at is null;
  return found;
end $$;
comment on function accounts.use_recovery(bytea) is 'Uses up a recovery code; false when it is no longer open.';
revoke execute on function accounts.open_recovery(bytea), accounts.use_recovery(bytea) from public;
grant execute on function accounts.open_recovery(bytea), accounts.use_recovery(bytea) to simpul_auth;

-- A token lives for a year at most.
drop policy own on accounts.token;
create policy own on accounts.token for select to simpul_app using (person = (select platform.actor()));
create policy make on accounts.token for insert to simpul_app
  with check (person = (select platform.actor()) and revoked_at is null and expires_at <= now() + interval '367 days');
create policy revoke on accounts.token for update to simpul_app
  using (person = (select platform.actor())) with check (person = (select platform.actor()) and revoked_at is not null);

-- ---------------------------------------------------------------------------------------------------
-- Who read: everybody sees the trail of one's own acts.

create policy own on audit.entry for select to simpul_app using (actor = (select platform.actor()));
create index on audit.entry (tenant, actor, id);
create index on audit.entry (tenant, action, id);
