-- Whoever opens an invitation is not signed in: the end is told in the zone of the task force that invites.
create or replace function accounts.open_invitation(hash bytea) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('id', i.id, 'email', i.email, 'name', i.name, 'role', i.role,
                                    'tenant', i.tenant, 'tenantName', t.name, 'zone', t.zone, 'expiresAt', i.expires_at)
          from accounts.invitation i
          join platform.tenant t on t.code = i.tenant
          where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
            and (not exists (select from accounts.person p where p.id = i.invited_by)
                 or accounts.may_still(i.invited_by, i.tenant, 'accounts.manage')
                    and (not accounts.reaches_identity(i.role)
                         or accounts.may_still(i.invited_by, i.tenant, 'accounts.entrust'))));
