-- Keys of repeated commands are kept for seven days, as the comment on their table says; the worker sees to it daily.
create function platform.forget_idempotency() returns integer
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  gone integer;
begin
  delete from platform.idempotency where created_at < now() - interval '7 days';
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function platform.forget_idempotency() is 'Removes the keys of commands older than seven days; answers how many.';
revoke execute on function platform.forget_idempotency() from public;
grant execute on function platform.forget_idempotency() to simpul_worker;
