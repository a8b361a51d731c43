-- Scheduled work acts as an account of the tenant's own: every tenant has one from the day it is made.

-- Roles are loaded at start, after the migrations: the one that tenants need at once is made here.
insert into accounts.role (code, label_id, label_en) values ('system', 'Sistem', 'System') on conflict do nothing;

create function accounts.make_system_account() returns trigger
  language plpgsql set search_path = ''
as $$
declare account uuid := gen_random_uuid();
begin
  insert into accounts.person (id, tenant, kind, name) values (account, new.code, 'system', 'Sistem');
  insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due)
  values (gen_random_uuid(), new.code, account, 'system', current_date, 'Simpul', account, date '2999-12-31');
  return null;
end $$;
comment on function accounts.make_system_account() is 'Gives a new tenant the account that its scheduled work acts as; nobody signs in as it.';
create trigger make_system_account after insert on platform.tenant
  for each row execute function accounts.make_system_account();

do $$
declare t record; account uuid;
begin
  for t in select code from platform.tenant loop
    account := gen_random_uuid();
    insert into accounts.person (id, tenant, kind, name) values (account, t.code, 'system', 'Sistem');
    insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due)
    values (gen_random_uuid(), t.code, account, 'system', current_date, 'Simpul', account, date '2999-12-31');
  end loop;
end $$;

create function accounts.system_accounts() returns table (person uuid, zone text)
  language sql stable security definer set search_path = ''
begin atomic
  select p.id, t.zone
  from accounts.person p
  join platform.tenant t on t.code = p.tenant
  where p.kind = 'system' and p.state = 'active';
end;
comment on function accounts.system_accounts() is 'The accounts scheduled work acts as, with the zone of their tenant.';
revoke execute on function accounts.system_accounts() from public;
grant execute on function accounts.system_accounts() to simpul_worker;
