-- Duties: numbers of the law with their versions, the calendar of working days, deadlines with their log,
-- reminders. National data is reference; what an office corrects, checks or enters by hand is its own and
-- only grows.

create schema duties;
comment on schema duties is 'Legal parameters, working-day calendar, deadlines, reminders, my tasks.';
grant usage on schema duties to simpul_app, simpul_stats;

-- The roles of the signed context, for deadlines that belong to a role.
create function duties.my_roles() returns text[]
  language sql stable security definer
  set search_path = ''
  return (
    select coalesce(array_agg(g.role), '{}')
    from accounts.role_grant g
    where g.person = (select platform.actor())
      and g.tenant = (select platform.tenant())
      and g.agency is not distinct from (select platform.agency())
      and accounts.is_valid(g)
  );
comment on function duties.my_roles() is 'Roles the person of the signed context holds today in this tenant and agency.';

-- Duties that every member agency has: each agency in which somebody holds the role.
create function duties.agencies_with_role(role text) returns setof uuid
  language sql stable security definer
  set search_path = ''
  begin atomic
    select distinct g.agency
    from accounts.role_grant g
    where g.tenant = (select platform.tenant())
      and g.role = agencies_with_role.role
      and g.agency is not null
      and accounts.is_valid(g)
      and (select accounts.can('duties.manage'));
  end;
comment on function duties.agencies_with_role(text) is 'Agencies of the tenant in which somebody holds a role today; empty for who does not oversee duties.';
revoke execute on function duties.my_roles(), duties.agencies_with_role(text) from public;
grant execute on function duties.my_roles(), duties.agencies_with_role(text) to simpul_app;

-- ---------------------------------------------------------------------------------------------------

create table duties.parameter (
  key text not null check (key ~ '^[a-z0-9_]+(\.[a-z0-9_]+)+$'),
  version integer not null check (version >= 1),
  row_no integer,
  title_id text not null,
  title_en text not null,
  value integer,
  text text,
  unit text not null,
  direction text not null check (direction in ('after', 'before')),
  holder_id text,
  holder_en text,
  basis text not null,
  mark text not null check (mark in ('verified', 'stated', 'memory', 'decision')),
  mark_ref text,
  note text,
  valid_from date not null,
  valid_to date,
  primary key (key, version)
);
comment on table duties.parameter is 'Numbers of the law as they come with Simpul. A changed number is a new version.';
comment on column duties.parameter.key is 'P0 · key of the parameter';
comment on column duties.parameter.version is 'P0 · version, from 1';
comment on column duties.parameter.row_no is 'P0 · line in the list of deadlines and periodic duties';
comment on column duties.parameter.title_id is 'P0 · what it limits, in Bahasa Indonesia';
comment on column duties.parameter.title_en is 'P0 · what it limits, in English';
comment on column duties.parameter.value is 'P0 · the number, in the unit';
comment on column duties.parameter.text is 'P0 · MM-DD, MM-DD/MM-DD or a choice, where the unit is not a number';
comment on column duties.parameter.unit is 'P0 · clock_hours, calendar_days, working_days, perma_days, months, years, fixed_date, window, days_per_week, choice, event';
comment on column duties.parameter.direction is 'P0 · after the event or before the day';
comment on column duties.parameter.holder_id is 'P0 · who must act, in Bahasa Indonesia';
comment on column duties.parameter.holder_en is 'P0 · who must act, in English';
comment on column duties.parameter.basis is 'P0 · law, article, or paper it rests on';
comment on column duties.parameter.mark is 'P0 · how the number was found: verified, stated, memory, decision';
comment on column duties.parameter.mark_ref is 'P0 · reference of the source';
comment on column duties.parameter.note is 'P0 · remark';
comment on column duties.parameter.valid_from is 'P0 · first day it applies';
comment on column duties.parameter.valid_to is 'P0 · last day it applies, open when empty';
select platform.protect('duties.parameter', 'reference');

create table duties.parameter_version (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  key text not null,
  version integer not null check (version >= 2),
  value integer,
  text text,
  unit text not null,
  basis text not null,
  valid_from date not null,
  reason text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  unique (tenant, key, version)
);
comment on table duties.parameter_version is 'Numbers an office entered over the ones that come with Simpul; nothing is overwritten.';
comment on column duties.parameter_version.id is 'P1 · id';
comment on column duties.parameter_version.tenant is 'P0 · tenant';
comment on column duties.parameter_version.key is 'P0 · key of the parameter';
comment on column duties.parameter_version.version is 'P0 · version, counted on from the one it supersedes';
comment on column duties.parameter_version.value is 'P0 · the number, in the unit';
comment on column duties.parameter_version.text is 'P0 · MM-DD, MM-DD/MM-DD or a choice, where the unit is not a number';
comment on column duties.parameter_version.unit is 'P0 · unit';
comment on column duties.parameter_version.basis is 'P0 · law or paper it rests on';
comment on column duties.parameter_version.valid_from is 'P0 · first day it applies';
comment on column duties.parameter_version.reason is 'P1 · why the former was superseded';
comment on column duties.parameter_version.made_by is 'P1 · who entered it';
comment on column duties.parameter_version.made_by_name is 'P1 · name of that official';
comment on column duties.parameter_version.made_at is 'P1 · when';
select platform.protect('duties.parameter_version', 'append');
create policy readable on duties.parameter_version for select to simpul_app using (true);
create policy supersede on duties.parameter_version for insert to simpul_app
  with check ((select accounts.can('duties.verify')) and made_by = (select platform.actor()));

create table duties.parameter_check (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  key text not null,
  origin text not null check (origin in ('reference', 'tenant')),
  version integer not null,
  source text not null,
  checked_by uuid not null,
  checked_by_name text not null,
  checked_at timestamptz not null
);
comment on table duties.parameter_check is 'Somebody of this office read a version of a number in the official text.';
comment on column duties.parameter_check.id is 'P1 · id';
comment on column duties.parameter_check.tenant is 'P0 · tenant';
comment on column duties.parameter_check.key is 'P0 · key of the parameter';
comment on column duties.parameter_check.origin is 'P0 · whose version: reference or tenant';
comment on column duties.parameter_check.version is 'P0 · version that was read';
comment on column duties.parameter_check.source is 'P1 · where it was read';
comment on column duties.parameter_check.checked_by is 'P1 · who read it';
comment on column duties.parameter_check.checked_by_name is 'P1 · name of that official';
comment on column duties.parameter_check.checked_at is 'P1 · when';
create index on duties.parameter_check (tenant, key);
select platform.protect('duties.parameter_check', 'append');
create policy readable on duties.parameter_check for select to simpul_app using (true);
create policy verify on duties.parameter_check for insert to simpul_app
  with check ((select accounts.can('duties.verify')) and checked_by = (select platform.actor()));

-- ---------------------------------------------------------------------------------------------------

create table duties.national_year (
  year integer primary key,
  source text not null check (source in ('official', 'estimated')),
  basis text not null
);
comment on table duties.national_year is 'Where the days off of a year come from: the joint decree of three ministers, or an estimate.';
comment on column duties.national_year.year is 'P0 · year';
comment on column duties.national_year.source is 'P0 · official or estimated';
comment on column duties.national_year.basis is 'P0 · the decree, or what was estimated';
select platform.protect('duties.national_year', 'reference');

create table duties.national_day (
  date date primary key,
  year integer not null references duties.national_year (year) on delete cascade,
  kind text not null check (kind in ('national_holiday', 'collective_leave')),
  name_id text not null,
  name_en text not null,
  basis text
);
comment on table duties.national_day is 'National holidays and collective leave.';
comment on column duties.national_day.date is 'P0 · day';
comment on column duties.national_day.year is 'P0 · year of the list';
comment on column duties.national_day.kind is 'P0 · national_holiday or collective_leave';
comment on column duties.national_day.name_id is 'P0 · name in Bahasa Indonesia';
comment on column duties.national_day.name_en is 'P0 · name in English';
comment on column duties.national_day.basis is 'P0 · its own basis where it is not the decree of the year';
create index on duties.national_day (year);
select platform.protect('duties.national_day', 'reference');

create table duties.calendar_edit (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  date date not null,
  kind text not null check (kind in ('national_holiday', 'collective_leave', 'local_holiday', 'working_day', 'withdrawn')),
  name text not null,
  basis text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null
);
comment on table duties.calendar_edit is 'Days an office entered by hand; the latest entry of a day counts, withdrawn gives the day back.';
comment on column duties.calendar_edit.id is 'P1 · id, in order of time';
comment on column duties.calendar_edit.tenant is 'P0 · tenant';
comment on column duties.calendar_edit.date is 'P0 · day';
comment on column duties.calendar_edit.kind is 'P0 · kind of day, or withdrawn';
comment on column duties.calendar_edit.name is 'P0 · name of the day';
comment on column duties.calendar_edit.basis is 'P1 · decree or letter it rests on, or why it was withdrawn';
comment on column duties.calendar_edit.made_by is 'P1 · who entered it';
comment on column duties.calendar_edit.made_by_name is 'P1 · name of that official';
comment on column duties.calendar_edit.made_at is 'P1 · when';
create index on duties.calendar_edit (tenant, date, id desc);
select platform.protect('duties.calendar_edit', 'append');
create policy readable on duties.calendar_edit for select to simpul_app using (true);
create policy edit on duties.calendar_edit for insert to simpul_app
  with check ((select accounts.can('duties.manage')) and made_by = (select platform.actor()));

-- ---------------------------------------------------------------------------------------------------

create table duties.deadline (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  kind text not null,
  subject_kind text not null check (subject_kind ~ '^[a-z_]{2,40}$'),
  subject_id text not null check (length(subject_id) between 1 and 80),
  subject_label text not null check (length(subject_label) <= 120),
  holder_user uuid,
  holder_role text,
  holder_agency uuid,
  parameter_key text not null,
  parameter_origin text not null check (parameter_origin in ('reference', 'tenant')),
  parameter_version integer not null,
  basis text not null,
  mark text not null,
  unit text not null check (unit in ('clock_hours', 'calendar_days', 'working_days', 'months', 'fixed_date')),
  amount integer,
  direction text not null check (direction in ('after', 'before')),
  anchor_at timestamptz not null,
  due_at timestamptz not null,
  due_date date not null,
  status text not null check (status in ('open', 'paused', 'done', 'not_followed', 'cancelled')),
  choice_group uuid,
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null default 1,
  check (num_nonnulls(holder_user, holder_role, holder_agency) > 0),
  check ((unit = 'fixed_date') = (amount is null))
);
comment on table duties.deadline is 'A running, paused or closed clock of one duty, with the number and basis it was set by.';
comment on column duties.deadline.id is 'P1 · id';
comment on column duties.deadline.tenant is 'P0 · tenant';
comment on column duties.deadline.kind is 'P1 · duty, a code of contract/src/duties/kinds.ts';
comment on column duties.deadline.subject_kind is 'P1 · what it is about: period, case, referral, agreement, decree ...';
comment on column duties.deadline.subject_id is 'P2 · id of that';
comment on column duties.deadline.subject_label is 'P2 · case number and alias, number of a paper, period; never a name';
comment on column duties.deadline.holder_user is 'P1 · person whose clock it is';
comment on column duties.deadline.holder_role is 'P1 · role whose clock it is';
comment on column duties.deadline.holder_agency is 'P1 · agency whose clock it is';
comment on column duties.deadline.parameter_key is 'P0 · number it was set by';
comment on column duties.deadline.parameter_origin is 'P0 · whose version of the number';
comment on column duties.deadline.parameter_version is 'P0 · version of the number';
comment on column duties.deadline.basis is 'P0 · legal basis as it stood';
comment on column duties.deadline.mark is 'P0 · how that number was found';
comment on column duties.deadline.unit is 'P1 · clock hours, calendar days, working days, months or a fixed date';
comment on column duties.deadline.amount is 'P1 · how many';
comment on column duties.deadline.direction is 'P1 · after the event or before the day';
comment on column duties.deadline.anchor_at is 'P2 · the event, or the day it runs towards';
comment on column duties.deadline.due_at is 'P2 · last instant in time; for a paused clock as of the pause';
comment on column duties.deadline.due_date is 'P2 · that day in the tenant''s zone';
comment on column duties.deadline.status is 'P1 · open, paused, done, not_followed, cancelled';
comment on column duties.deadline.choice_group is 'P1 · deadlines of laws that contradict each other';
comment on column duties.deadline.set_by is 'P1 · who started the clock';
comment on column duties.deadline.set_at is 'P1 · when';
comment on column duties.deadline.version is 'P0 · optimistic version';
create index on duties.deadline (tenant, due_at, id) where status in ('open', 'paused');
create index on duties.deadline (tenant, due_at, id);
create index on duties.deadline (tenant, subject_kind, subject_id);
-- A duty of a period is made once for each holder, also after it was done.
create unique index deadline_of_period on duties.deadline (tenant, kind, subject_id, parameter_key, holder_agency)
  nulls not distinct where subject_kind = 'period';
select platform.protect('duties.deadline', 'tenant');
create policy mine on duties.deadline for select to simpul_app using (
  (holder_user is null or holder_user = (select platform.actor()))
  and (holder_agency is null or holder_agency = (select platform.agency()))
  and (holder_role is null or holder_role = any ((select duties.my_roles())::text[])));
create policy set_by_me on duties.deadline for select to simpul_app using (set_by = (select platform.actor()));
create policy overseen on duties.deadline for select to simpul_app using ((select accounts.can('duties.manage')));
create policy set_one on duties.deadline for insert to simpul_app
  with check (set_by = (select platform.actor()) and (select accounts.can('duties.manage')));
create policy act_on_mine on duties.deadline for update to simpul_app
  using (
    (holder_user is null or holder_user = (select platform.actor()))
    and (holder_agency is null or holder_agency = (select platform.agency()))
    and (holder_role is null or holder_role = any ((select duties.my_roles())::text[])))
  with check (
    (holder_user is null or holder_user = (select platform.actor()))
    and (holder_agency is null or holder_agency = (select platform.agency()))
    and (holder_role is null or holder_role = any ((select duties.my_roles())::text[])));
create policy act_on_overseen on duties.deadline for update to simpul_app
  using ((select accounts.can('duties.manage'))) with check ((select accounts.can('duties.manage')));

create table duties.deadline_event (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  deadline uuid not null references duties.deadline (id),
  act text not null check (act in ('set', 'pause', 'resume', 'complete', 'cancel', 'choose', 'pass_over', 'reopen', 'recompute')),
  at timestamptz not null,
  actor uuid not null,
  actor_name text not null,
  reason text,
  due_at timestamptz not null
);
comment on table duties.deadline_event is 'Log of a clock: set, paused, resumed, done, chosen, computed again.';
comment on column duties.deadline_event.id is 'P1 · id, in order of time';
comment on column duties.deadline_event.tenant is 'P0 · tenant';
comment on column duties.deadline_event.deadline is 'P1 · deadline';
comment on column duties.deadline_event.act is 'P1 · what was done';
comment on column duties.deadline_event.at is 'P1 · when';
comment on column duties.deadline_event.actor is 'P1 · who';
comment on column duties.deadline_event.actor_name is 'P1 · name of that official';
comment on column duties.deadline_event.reason is 'P2 · why';
comment on column duties.deadline_event.due_at is 'P2 · due time after the act';
create index on duties.deadline_event (deadline, id);
select platform.protect('duties.deadline_event', 'append');
create policy of_visible on duties.deadline_event for select to simpul_app
  using (exists (select 1 from duties.deadline d where d.id = deadline_event.deadline));
create policy add on duties.deadline_event for insert to simpul_app
  with check (actor = (select platform.actor()) and exists (select 1 from duties.deadline d where d.id = deadline_event.deadline));

create table duties.reminder (
  deadline uuid not null references duties.deadline (id),
  tenant text not null references platform.tenant (code),
  stage text not null check (stage in ('soon', 'tomorrow', 'today', 'late')),
  due_date date not null,
  made_at timestamptz not null,
  primary key (deadline, stage, due_date)
);
comment on table duties.reminder is 'Reminders that were made; one for each stage and due day, so that a repeated run adds nothing.';
comment on column duties.reminder.deadline is 'P1 · deadline';
comment on column duties.reminder.tenant is 'P0 · tenant';
comment on column duties.reminder.stage is 'P1 · soon, tomorrow, today, late';
comment on column duties.reminder.due_date is 'P1 · due day it reminded of';
comment on column duties.reminder.made_at is 'P1 · when';
create index on duties.reminder (tenant, made_at);
select platform.protect('duties.reminder', 'append');
create policy of_visible on duties.reminder for select to simpul_app
  using (exists (select 1 from duties.deadline d where d.id = reminder.deadline));
create policy add on duties.reminder for insert to simpul_app
  with check ((select accounts.can('duties.manage')) and exists (select 1 from duties.deadline d where d.id = reminder.deadline));
