-- What a row may become. Columns that never change are not granted; what was agreed stands still; nobody signs in the
-- name of somebody else; a steward reaches identity in a round under review only.

-- ---------------------------------------------------------------------------------------------------
-- A recovery also ends the tokens of the command line: in an office they count as proof of a second factor.

create or replace function accounts.use_recovery(hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  whose uuid;
begin
  if accounts.open_recovery(hash) is null then return false; end if;
  update accounts.recovery set used_at = now() where token_hash = hash and used_at is null returning person into whose;
  if whose is null then return false; end if;
  update accounts.token set revoked_at = now() where person = whose and revoked_at is null;
  return true;
end $$;
comment on function accounts.use_recovery(bytea) is
  'Uses up a recovery code and revokes the tokens of its person; false when it is no longer open.';

-- ---------------------------------------------------------------------------------------------------
-- Columns

revoke update on clearing.source_row, clearing.import, clearing.sign_off, clearing.pair, clearing.round_row,
  platform.file, platform.job, reporting.template from simpul_app;
grant update (state, state_reason, superseded_by, verified_by, verified_at, version) on clearing.source_row to simpul_app;
grant update (sheet, header_row, columns, mapping, fingerprint, state, refusal, rows_total, rows_ready, rows_wrong,
              rows_known, rows_left_out, groups, job, accepted_by, accepted_at, version) on clearing.import to simpul_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on clearing.sign_off to simpul_app;
grant update (decision, decided_by, decided_at, version) on clearing.pair to simpul_app;
grant update (person, "case") on clearing.round_row to simpul_app;
grant update (removed_at) on platform.file to simpul_app;
grant update (state, done, total, cancel_requested, error_code, started_at, finished_at) on platform.job to simpul_app;
grant update (removed_at) on reporting.template to simpul_app;
revoke delete on clearing.pair, clearing.round_row from simpul_app;

-- Jobs come from platform.enqueue(), which the worker owns; who oversees them may stop them, not make them.
revoke insert on platform.job from simpul_app;
grant insert on platform.job to simpul_worker;
drop policy overseen on platform.job;
create policy overseen on platform.job for select to simpul_app using ((select accounts.can('jobs.read')));
create policy stop on platform.job for update to simpul_app
  using ((select accounts.can('jobs.read'))) with check ((select accounts.can('jobs.read')));

-- The first key of a tenant is made at its first use; later versions come from a rotation, which is the owner's.
drop policy opened_by_the_server on platform.tenant_key;
create policy opened_by_the_server on platform.tenant_key for select to simpul_app
  using ((select platform.actor()) is not null);
create policy first_one on platform.tenant_key for insert to simpul_app
  with check ((select platform.actor()) is not null and version = 1);

-- ---------------------------------------------------------------------------------------------------
-- A sign-off is one's own, and so is its withdrawal.

drop policy own_agency on clearing.sign_off;
create policy own_agency on clearing.sign_off for select to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')));
create policy sign on clearing.sign_off for insert to simpul_app
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.verify'))
              and signed_by = (select platform.actor()) and withdrawn_at is null);
create policy withdraw on clearing.sign_off for update to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')) and withdrawn_at is null)
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.verify'))
              and withdrawn_by = (select platform.actor()) and withdrawn_at is not null);

-- ---------------------------------------------------------------------------------------------------
-- A round that is over

create function clearing.keep_round() returns trigger
  language plpgsql set search_path = ''
as $$
declare
  late constant text[] := array['state', 'record_number', 'version'];
begin
  if old.state in ('agreed', 'replaced', 'cancelled')
     and (to_jsonb(new) - late <> to_jsonb(old) - late
          or (new.state <> old.state and (old.state, new.state) <> ('agreed', 'replaced'))
          or (old.record_number is not null and new.record_number is distinct from old.record_number)) then
    raise exception 'a round that is over does not change' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function clearing.keep_round() is 'An agreed round may be replaced and gets its record number once; nothing else of it changes.';
create trigger keep_round before update on clearing.round for each row execute function clearing.keep_round();

create function clearing.only_open_rounds() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if exists (select from changed c join clearing.round r on r.id = c.round
             where r.state in ('agreed', 'replaced', 'cancelled')) then
    raise exception 'a round that is over does not change' using errcode = '42501';
  end if;
  return null;
end $$;
comment on function clearing.only_open_rounds() is 'Rows and pairs of a round that is over stay as they were counted.';
create trigger only_open_rounds_new after insert on clearing.round_row referencing new table as changed
  for each statement execute function clearing.only_open_rounds();
create trigger only_open_rounds after update on clearing.round_row referencing new table as changed
  for each statement execute function clearing.only_open_rounds();
create trigger only_open_rounds_new after insert on clearing.pair referencing new table as changed
  for each statement execute function clearing.only_open_rounds();
create trigger only_open_rounds after update on clearing.pair referencing new table as changed
  for each statement execute function clearing.only_open_rounds();

-- The matching job unseals the rows of its round; a steward who may reveal, those of a round under review.
drop policy in_rounds on clearing.row_identity;
create policy in_rounds on clearing.row_identity for select to simpul_app
  using ((((select platform.purpose()) = 'job' and (select accounts.can('clearing.round')))
          or ((select platform.purpose()) = 'clearing.review' and (select accounts.can('clearing.reveal'))))
         and exists (select from clearing.round_row m join clearing.round r on r.id = m.round
                     where m.row = row_identity.row and r.state in ('matching', 'review')));

-- ---------------------------------------------------------------------------------------------------
-- The reason for reopening a report is kept with it: the trail holds codes and numbers only.

alter table reporting.report add column reopened_reason text;
comment on column reporting.report.reopened_reason is 'P1 · why it went back to its draft last';
