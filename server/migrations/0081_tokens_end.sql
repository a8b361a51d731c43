-- A token of the command line ends with the password it was made behind, and with the account. (A recovery ends
-- tokens since 0070.)

create function accounts.end_tokens(of_person uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  ended integer;
begin
  update accounts.token set revoked_at = now() where person = of_person and revoked_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function accounts.end_tokens(uuid) is
  'Revokes the tokens of the command line of a person; how many there were. Called where a password was changed.';
revoke execute on function accounts.end_tokens(uuid) from public;
grant execute on function accounts.end_tokens(uuid) to simpul_auth;

create function accounts.end_tokens_of_suspended() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update accounts.token set revoked_at = now() where person = new.id and revoked_at is null;
  return null;
end $$;
comment on function accounts.end_tokens_of_suspended() is 'A suspended account that is opened again starts without tokens.';
create trigger end_tokens after update on accounts.person
  for each row when (old.state = 'active' and new.state = 'suspended')
  execute function accounts.end_tokens_of_suspended();

update accounts.token t set revoked_at = now()
  from accounts.person p where p.id = t.person and p.state = 'suspended' and t.revoked_at is null;
