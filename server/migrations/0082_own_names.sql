-- Who did something is who asks. A policy cannot hold this alone: it sees the new row of an update, where another
-- person may rightly stand for an earlier act. So triggers compare with the row before.

create function platform.refuse_other_name() returns trigger
  language plpgsql set search_path = ''
as $$
declare
  col constant text := tg_argv[0];
  same constant text := tg_argv[1];
  kept constant boolean := tg_argv[2] = 'kept';
  wrong boolean;
begin
  -- Definer functions and maintenance write as the owner and answer for themselves.
  if (select relowner from pg_catalog.pg_class where oid = tg_relid) = current_user::regrole then return null; end if;
  if tg_op = 'INSERT' then
    execute format('select exists (select from now_there n where n.%I <> $1)', col) into wrong using platform.actor();
  elsif kept then
    execute format('select exists (select from now_there n where not exists (
        select from before_it o where %s and o.%I is not distinct from n.%2$I))', same, col) into wrong;
  else
    execute format('select exists (select from now_there n where n.%I is distinct from $1 and n.%1$I is not null
        and not exists (select from before_it o where %s and o.%1$I = n.%1$I))', col, same)
      into wrong using platform.actor();
  end if;
  if wrong then
    raise exception '% of % takes the own name only', col, tg_relid::regclass using errcode = '42501';
  end if;
  return null;
end $$;
comment on function platform.refuse_other_name() is
  'An act stands in the name of who does it; what somebody else did before stays in theirs.';

create function platform.own_name(target regclass, col text, kept boolean default false) returns void
  language plpgsql set search_path = ''
as $$
declare
  same text;
begin
  select string_agg(format('o.%1$I = n.%1$I', a.attname), ' and ') into same
    from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
   where i.indrelid = target and i.indisprimary;
  execute format('create trigger %I after insert on %s referencing new table as now_there
    for each statement execute function platform.refuse_other_name(%L, %L)', 'own_name_new_' || col, target, col, same);
  execute format('create trigger %I after update on %s referencing old table as before_it new table as now_there
    for each statement execute function platform.refuse_other_name(%L, %L, %L)',
    'own_name_' || col, target, col, same, case when kept then 'kept' else 'renewed' end);
end $$;
comment on function platform.own_name(regclass, text, boolean) is
  'Binds a column that says who did something to the person of the context. kept: it never changes after the insert.';
revoke execute on function platform.own_name(regclass, text, boolean) from public;

select platform.own_name('accounts.invitation', 'invited_by', true);
select platform.own_name('accounts.invitation', 'accepted_by');
select platform.own_name('accounts.person', 'suspended_by');
select platform.own_name('accounts.recovery', 'made_by', true);
select platform.own_name('accounts.role_grant', 'granted_by', true);
select platform.own_name('accounts.role_grant', 'reviewed_by');
select platform.own_name('accounts.role_grant', 'ended_by');
select platform.own_name('agencies.agency', 'created_by', true);
select platform.own_name('agencies.agency_name', 'recorded_by', true);
select platform.own_name('agencies.service_area', 'recorded_by', true);
select platform.own_name('agencies.service_unit', 'recorded_by', true);
select platform.own_name('clearing.column_mapping', 'saved_by');
select platform.own_name('clearing.import', 'created_by', true);
select platform.own_name('clearing.import', 'accepted_by');
select platform.own_name('clearing.pair', 'decided_by');
select platform.own_name('clearing.pair_decision', 'decided_by', true);
select platform.own_name('clearing.round', 'opened_by', true);
select platform.own_name('clearing.round', 'agreed_by');
select platform.own_name('clearing.sign_off', 'signed_by', true);
select platform.own_name('clearing.sign_off', 'withdrawn_by');
select platform.own_name('clearing.source_row', 'verified_by');
select platform.own_name('duties.calendar_edit', 'made_by', true);
select platform.own_name('duties.deadline', 'set_by', true);
select platform.own_name('duties.deadline_event', 'actor', true);
select platform.own_name('duties.parameter_check', 'checked_by', true);
select platform.own_name('duties.parameter_version', 'made_by', true);
select platform.own_name('figures.breakdown', 'entered_by', true);
select platform.own_name('figures.figure', 'entered_by', true);
select platform.own_name('platform.file', 'uploaded_by', true);
select platform.own_name('platform.idempotency', 'actor', true);
select platform.own_name('regions.bps_import', 'imported_by', true);
select platform.own_name('reporting.chapter_text', 'written_by');
select platform.own_name('reporting.legal_basis', 'loaded_by', true);
select platform.own_name('reporting.record', 'made_by', true);
select platform.own_name('reporting.report', 'created_by', true);
select platform.own_name('reporting.report', 'frozen_by');
select platform.own_name('reporting.report', 'signed_by');
select platform.own_name('reporting.report', 'submitted_by');
select platform.own_name('reporting.report', 'withdrawn_by');
select platform.own_name('reporting.setting', 'changed_by');
select platform.own_name('reporting.template', 'set_by', true);
