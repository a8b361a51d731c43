-- A way into an account that reaches identity or manages accounts takes two people; a new code voids the older ones;
-- whoever it concerns is told, without a name.

alter table accounts.recovery
  add column replaced_at timestamptz,
  add column approved_by uuid,
  add column approved_at timestamptz,
  add column approved_reason text;
comment on column accounts.recovery.replaced_at is 'P1 · when a newer code of the same person made this one useless';
comment on column accounts.recovery.approved_by is 'P1 · second person, where one is needed';
comment on column accounts.recovery.approved_at is 'P1 · when approved';
comment on column accounts.recovery.approved_reason is 'P1 · how the second person made sure';
revoke insert on accounts.recovery from simpul_app;
grant insert (id, tenant, person, reason, token_hash, made_by, created_at, expires_at) on accounts.recovery to simpul_app;
grant update (approved_by, approved_at, approved_reason) on accounts.recovery to simpul_app;

create function accounts.needs_second(of_person uuid) returns boolean
  language sql stable set search_path = ''
  return exists (
    select 1 from accounts.role_grant g
    join platform.tenant t on t.code = g.tenant
    where g.person = of_person and g.ended_at is null
      and (now() at time zone t.zone)::date <= coalesce(g.valid_to, 'infinity'::date)
      and (accounts.reaches_identity(g.role)
           or exists (select 1 from accounts.role_capability c
                      where c.role = g.role and c.capability = 'accounts.manage')));
comment on function accounts.needs_second(uuid) is
  'Whether a recovery of this account takes a second person: its roles, now or to come, reach identity or manage accounts.';

create policy approve on accounts.recovery for update to simpul_app
  using ((select accounts.can('accounts.approve')) and approved_at is null and used_at is null and replaced_at is null
         and made_by <> (select platform.actor()) and person <> (select platform.actor()))
  with check ((select accounts.can('accounts.approve')) and approved_by = (select platform.actor())
              and approved_at is not null and approved_reason is not null
              and made_by <> (select platform.actor()) and person <> (select platform.actor()));

select platform.own_name('accounts.recovery', 'approved_by');

-- One good code of a person at a time. The lock on the account makes two who recover at once wait for each other.
create function accounts.replace_recoveries() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform 1 from accounts.person where id = new.person for update;
  update accounts.recovery set replaced_at = now()
   where person = new.person and used_at is null and replaced_at is null;
  return new;
end $$;
comment on function accounts.replace_recoveries() is 'A new recovery code voids the older ones of the same person.';
create trigger replace_recoveries before insert on accounts.recovery
  for each row execute function accounts.replace_recoveries();

drop function accounts.open_recovery(bytea);
create function accounts.open_recovery(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('person', p.id, 'tenant', r.tenant, 'email', p.email, 'name', p.name,
                                    'waiting', accounts.needs_second(p.id) and a.id is null)
          from accounts.recovery r
          join accounts.person p on p.id = r.person and p.state = 'active'
          join accounts.person m on m.id = r.made_by and m.state = 'active'
          left join accounts.person a on a.id = r.approved_by and a.state = 'active'
          where r.token_hash = hash and r.used_at is null and r.replaced_at is null and r.expires_at > now());
comment on function accounts.open_recovery(bytea) is
  'Whose account a recovery code opens, or null; waiting: not before a second person approved it.';

create or replace function accounts.use_recovery(hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  whose uuid;
begin
  if coalesce((accounts.open_recovery(hash) ->> 'waiting')::boolean, true) then return false; end if;
  update accounts.recovery set used_at = now()
   where token_hash = hash and used_at is null and replaced_at is null returning person into whose;
  if whose is null then return false; end if;
  update accounts.token set revoked_at = now() where person = whose and revoked_at is null;
  return true;
end $$;
revoke execute on function accounts.open_recovery(bytea), accounts.use_recovery(bytea) from public;
grant execute on function accounts.open_recovery(bytea), accounts.use_recovery(bytea) to simpul_auth;

-- ---------------------------------------------------------------------------------------------------
-- Notices: what happened to accounts, by id only. The person learns of a recovery, and so does everybody else who
-- sees accounts; of an invitation whoever sees accounts and did not make it.

create table accounts.notice (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  person uuid not null references accounts.person (id),
  kind text not null check (kind in ('recovery_made', 'recovery_approved', 'recovery_used', 'invitation_made')),
  about uuid references accounts.person (id),
  act uuid not null,
  at timestamptz not null default now(),
  seen_at timestamptz
);
comment on table accounts.notice is 'What a person is told about accounts: ids and a kind, no names. Written by triggers only.';
comment on column accounts.notice.id is 'P1 · id';
comment on column accounts.notice.tenant is 'P0 · tenant';
comment on column accounts.notice.person is 'P1 · who is told';
comment on column accounts.notice.kind is 'P1 · what happened';
comment on column accounts.notice.about is 'P1 · whose account, empty for an invitation';
comment on column accounts.notice.act is 'P1 · recovery or invitation';
comment on column accounts.notice.at is 'P1 · when';
comment on column accounts.notice.seen_at is 'P1 · when the person put it aside';
create index on accounts.notice (person, at desc);
create index on accounts.notice (about);
select platform.protect('accounts.notice', 'tenant', 'select');
grant update (seen_at) on accounts.notice to simpul_app;
create policy own on accounts.notice for select to simpul_app using (person = (select platform.actor()));
create policy see on accounts.notice for update to simpul_app
  using (person = (select platform.actor()))
  with check (person = (select platform.actor()) and seen_at is not null);

create function accounts.tell(of_tenant text, of_kind text, of_person uuid, of_act uuid, done_by uuid) returns void
  language sql volatile security definer set search_path = ''
begin atomic
  insert into accounts.notice (id, tenant, person, kind, about, act)
  select gen_random_uuid(), of_tenant, p.id, of_kind, of_person, of_act
    from accounts.person p
   where p.kind = 'person' and p.state = 'active'
     and (p.id = of_person
          or p.id is distinct from done_by
             and exists (select from accounts.role_grant g
                         join accounts.role_capability c on c.role = g.role and c.capability = 'accounts.read'
                         where g.person = p.id and g.tenant = of_tenant and accounts.is_valid(g)));
end;
comment on function accounts.tell(text, text, uuid, uuid, uuid) is
  'Tells the person and everybody else who sees the accounts of the tenant; called by triggers.';
revoke execute on function accounts.tell(text, text, uuid, uuid, uuid) from public;

create function accounts.tell_of_recovery() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform accounts.tell(new.tenant, 'recovery_made', new.person, new.id, new.made_by);
  elsif new.used_at is not null and old.used_at is null then
    perform accounts.tell(new.tenant, 'recovery_used', new.person, new.id, new.person);
  elsif new.approved_at is not null and old.approved_at is null then
    perform accounts.tell(new.tenant, 'recovery_approved', new.person, new.id, new.approved_by);
  end if;
  return null;
end $$;
comment on function accounts.tell_of_recovery() is 'Notices of a recovery made, approved and used.';
create trigger tell after insert or update on accounts.recovery
  for each row execute function accounts.tell_of_recovery();

create function accounts.tell_of_invitation() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform accounts.tell(new.tenant, 'invitation_made', null, new.id, new.invited_by);
  return null;
end $$;
comment on function accounts.tell_of_invitation() is 'Notices of an invitation, so that nobody makes accounts unseen.';
create trigger tell after insert on accounts.invitation
  for each row execute function accounts.tell_of_invitation();
