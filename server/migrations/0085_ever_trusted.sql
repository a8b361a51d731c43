-- Ending a role just before a recovery, and giving it back after, must not spare the second person: roles that were
-- held count as well. (A role is never deleted, only ended.)

create or replace function accounts.needs_second(of_person uuid) returns boolean
  language sql stable set search_path = ''
  return exists (
    select 1 from accounts.role_grant g
    where g.person = of_person
      and (accounts.reaches_identity(g.role)
           or exists (select 1 from accounts.role_capability c
                      where c.role = g.role and c.capability = 'accounts.manage')));
comment on function accounts.needs_second(uuid) is
  'Whether a recovery of this account takes a second person: a role it holds, held or will hold reaches identity or manages accounts.';
