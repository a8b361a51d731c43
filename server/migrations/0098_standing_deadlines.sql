-- What a deadline was set by stands still: its holder may close it, pause it and let it run on, but not move it. Every
-- move of a due time has its line in the log, which only grows.

revoke update on duties.deadline from simpul_app;
grant update (status, due_at, due_date, version, parameter_origin, parameter_version, basis, mark, anchor_at)
  on duties.deadline to simpul_app;

create function duties.keep_basis() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if platform.maintenance() then return new; end if;
  if (new.parameter_origin, new.parameter_version, new.basis, new.mark, new.anchor_at)
       is distinct from (old.parameter_origin, old.parameter_version, old.basis, old.mark, old.anchor_at)
     and not accounts.can('duties.manage') then
    raise exception 'the basis of a deadline changes with the number of the law' using errcode = '42501';
  end if;
  -- The application counts in milliseconds: what it writes back unchanged may have lost the rest.
  if (date_trunc('milliseconds', new.due_at), new.due_date)
       is distinct from (date_trunc('milliseconds', old.due_at), old.due_date)
     and not (old.status <> 'open' and new.status = 'open') and not accounts.can('duties.manage') then
    raise exception 'a due day moves when the clock runs on again' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function duties.keep_basis() is
  'Who oversees deadlines moves them, by the law or the calendar; who holds one gets paused time back, nothing else.';
create trigger keep_basis before update on duties.deadline for each row execute function duties.keep_basis();

create function duties.due_in_log() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if platform.maintenance() or exists (
    select 1 from duties.deadline_event e
    where e.deadline = new.id and e.due_at = new.due_at and e.actor = platform.actor()
      and e.act in ('resume', 'reopen', 'recompute'))
  then
    return null;
  end if;
  raise exception 'a due time moves with a line in the log' using errcode = '42501';
end $$;
comment on function duties.due_in_log() is 'Refuses, at the end of a transaction, a due time that no line of the log tells.';
create constraint trigger due_in_log after update on duties.deadline deferrable initially deferred
  for each row
  when (date_trunc('milliseconds', old.due_at) is distinct from date_trunc('milliseconds', new.due_at))
  execute function duties.due_in_log();
