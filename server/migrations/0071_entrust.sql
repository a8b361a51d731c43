-- Whoever keeps the machines running manages accounts, and must not give themselves a way to identity through
-- one: roles that reach it are given, and their holders let back in, by the secretariat only.

create function accounts.reaches_identity(role text) returns boolean
  language sql stable set search_path = ''
  return exists (
    select 1 from accounts.role_capability c
    where c.role = reaches_identity.role
      and c.capability in ('clearing.import', 'clearing.verify', 'clearing.reveal', 'accounts.entrust'));
comment on function accounts.reaches_identity(text) is 'Whether a role opens identity, or lets give such a role.';

create policy entrusted on accounts.role_grant as restrictive for insert to simpul_app
  with check ((select accounts.can('accounts.entrust')) or not accounts.reaches_identity(role));
create policy entrusted on accounts.invitation as restrictive for insert to simpul_app
  with check ((select accounts.can('accounts.entrust')) or not accounts.reaches_identity(role));
create policy entrusted on accounts.recovery as restrictive for insert to simpul_app
  with check ((select accounts.can('accounts.entrust'))
              or not exists (select 1 from accounts.role_grant g
                              where g.person = recovery.person and accounts.reaches_identity(g.role)));

-- What arrived is counted for the stewards of a round; what stands in another agency's file is not theirs to see.
drop policy overseen on clearing.import;
create function clearing.arrivals(of_period text) returns table (agency uuid, imports integer)
  language sql stable security definer set search_path = ''
begin atomic
  select i.agency, count(*)::integer from clearing.import i
   where i.tenant = platform.tenant() and i.period = of_period and i.state <> 'cancelled'
     and (accounts.can('clearing.round') or i.agency = platform.agency() and accounts.can('clearing.import'))
   group by i.agency;
end;
comment on function clearing.arrivals(text) is 'How many files each agency handed in for a period: all for stewards, the own for data contacts.';
revoke execute on function clearing.arrivals(text) from public;
grant execute on function clearing.arrivals(text) to simpul_app;
