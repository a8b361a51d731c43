-- What concerns an account names a person of the same task force, whoever writes the row; and a code is worth no
-- more than the right of who made it: with the right it ends.

create policy person_of_tenant on accounts.recovery as restrictive for insert to simpul_app
  with check (exists (select from accounts.person p where p.id = recovery.person and p.tenant = recovery.tenant));
create policy person_of_tenant on accounts.role_grant as restrictive for insert to simpul_app
  with check (exists (select from accounts.person p where p.id = role_grant.person and p.tenant = role_grant.tenant));

create function accounts.may_still(maker uuid, of_tenant text, capability text) returns boolean
  language sql stable set search_path = ''
  return exists (
    select from accounts.role_grant g
    join accounts.person p on p.id = g.person and p.state = 'active'
    join accounts.role_capability c on c.role = g.role and c.capability = may_still.capability
    where g.person = maker and g.tenant = of_tenant and accounts.is_valid(g));
comment on function accounts.may_still(uuid, text, text) is 'Whether a person has this right in a task force at this moment.';

-- The first invitation of a task force is made by its operator, who is no person of it.
create or replace function accounts.open_invitation(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('id', i.id, 'email', i.email, 'name', i.name, 'role', i.role,
                                    'tenant', i.tenant, 'tenantName', t.name, 'expiresAt', i.expires_at)
          from accounts.invitation i
          join platform.tenant t on t.code = i.tenant
          where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
            and (not exists (select from accounts.person p where p.id = i.invited_by)
                 or accounts.may_still(i.invited_by, i.tenant, 'accounts.manage')
                    and (not accounts.reaches_identity(i.role)
                         or accounts.may_still(i.invited_by, i.tenant, 'accounts.entrust'))));
comment on function accounts.open_invitation(bytea) is
  'What an open invitation offers, or null; one whose inviter lost the right to give it is not open.';

create or replace function accounts.open_recovery(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('person', p.id, 'tenant', r.tenant, 'email', p.email, 'name', p.name,
                                    'waiting', accounts.needs_second(p.id) and a.id is null)
          from accounts.recovery r
          join accounts.person p on p.id = r.person and p.state = 'active' and p.tenant = r.tenant
          left join accounts.person a on a.id = r.approved_by and accounts.may_still(a.id, r.tenant, 'accounts.approve')
          where r.token_hash = hash and r.used_at is null and r.replaced_at is null and r.expires_at > now()
            and accounts.may_still(r.made_by, r.tenant, 'accounts.manage'));
comment on function accounts.open_recovery(bytea) is
  'Whose account a recovery code opens, or null; waiting: not before a second person approved it.';
