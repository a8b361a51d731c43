-- Clearing: agencies' files become rows, rows are confirmed by the agency's data contact, rounds join the
-- rows that speak of the same person (domain.md 3.21). Imported identity lives here, sealed, never in people.

create schema clearing;
comment on schema clearing is 'Imports, verification by the data contact, clearing rounds, official record.';
grant usage on schema clearing to simpul_app;

create table clearing.period (
  tenant text not null references platform.tenant (code),
  code text not null check (code ~ '^\d{4}-Q[1-4]$'),
  starts date not null,
  ends date not null check (ends > starts),
  state text not null default 'open' check (state in ('open', 'closed')),
  primary key (tenant, code)
);
comment on table clearing.period is 'A quarter for which agencies hand in their rows.';
comment on column clearing.period.tenant is 'P0 · tenant';
comment on column clearing.period.code is 'P0 · year and quarter, 2024-Q4';
comment on column clearing.period.starts is 'P0 · first day';
comment on column clearing.period.ends is 'P0 · last day';
comment on column clearing.period.state is 'P1 · open: agencies may still hand in and correct';
select platform.protect('clearing.period', 'tenant');
create policy known on clearing.period for select to simpul_app using ((select platform.actor()) is not null);
create policy steer on clearing.period to simpul_app
  using ((select accounts.can('clearing.round'))) with check ((select accounts.can('clearing.round')));

-- ---------------------------------------------------------------------------------------------------
-- Import

create table clearing.column_mapping (
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  fingerprint text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant, agency, fingerprint)
);
comment on table clearing.column_mapping is 'How an agency''s layout is read, remembered by the fingerprint of its headings.';
comment on column clearing.column_mapping.tenant is 'P0 · tenant';
comment on column clearing.column_mapping.agency is 'P1 · agency';
comment on column clearing.column_mapping.fingerprint is 'P1 · fingerprint of the headings';
comment on column clearing.column_mapping.mapping is 'P1 · columns, code system, year basis, translated words';
comment on column clearing.column_mapping.saved_by is 'P1 · who saved it';
comment on column clearing.column_mapping.saved_at is 'P1 · when';
comment on column clearing.column_mapping.version is 'P0 · version';
select platform.protect('clearing.column_mapping', 'tenant');
create policy own_agency on clearing.column_mapping to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.import')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.import')));

create table clearing.import (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  period text not null,
  file uuid not null references platform.file (id),
  file_sha256 text not null,
  sheet text,
  header_row integer,
  columns jsonb,
  mapping jsonb,
  fingerprint text,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'recognised', 'checking', 'checked', 'accepting', 'accepted', 'cancelled', 'failed')),
  refusal jsonb,
  rows_total integer not null default 0,
  rows_ready integer not null default 0,
  rows_wrong integer not null default 0,
  rows_known integer not null default 0,
  rows_left_out integer not null default 0,
  groups jsonb,
  job uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  accepted_by uuid,
  accepted_at timestamptz,
  version integer not null default 1,
  foreign key (tenant, period) references clearing.period (tenant, code)
);
comment on table clearing.import is 'One file of one agency for one period; taken in whole or not at all.';
comment on column clearing.import.id is 'P1 · id';
comment on column clearing.import.tenant is 'P0 · tenant';
comment on column clearing.import.agency is 'P1 · agency the rows belong to';
comment on column clearing.import.period is 'P1 · period';
comment on column clearing.import.file is 'P1 · the sealed original';
comment on column clearing.import.file_sha256 is 'P2 · hash of the original: the same file twice is told';
comment on column clearing.import.sheet is 'P2 · sheet that is read';
comment on column clearing.import.header_row is 'P1 · row of the headings';
comment on column clearing.import.columns is 'P2 · columns with masked samples';
comment on column clearing.import.mapping is 'P1 · how the file is read';
comment on column clearing.import.fingerprint is 'P1 · fingerprint of the headings';
comment on column clearing.import.state is 'P1 · where it stands';
comment on column clearing.import.refusal is 'P1 · why the file as a whole cannot be read';
comment on column clearing.import.rows_total is 'P1 · rows that hold something';
comment on column clearing.import.rows_ready is 'P1 · rows without an error';
comment on column clearing.import.rows_wrong is 'P1 · rows with an error';
comment on column clearing.import.rows_known is 'P1 · rows already taken in by an earlier import';
comment on column clearing.import.rows_left_out is 'P1 · rows a person decided to leave out';
comment on column clearing.import.groups is 'P2 · problems by cause, samples masked';
comment on column clearing.import.job is 'P1 · job at work on it';
comment on column clearing.import.created_by is 'P1 · who handed it in';
comment on column clearing.import.created_at is 'P1 · when';
comment on column clearing.import.accepted_by is 'P1 · who took it in';
comment on column clearing.import.accepted_at is 'P1 · when';
comment on column clearing.import.version is 'P0 · optimistic version';
create index on clearing.import (file);
create index on clearing.import (tenant, period);
create index on clearing.import (tenant, agency, created_at desc);
select platform.protect('clearing.import', 'tenant');
create policy own_agency on clearing.import to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.import')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.import')));
create policy overseen on clearing.import for select to simpul_app using ((select accounts.can('clearing.round')));

create table clearing.import_problem (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  import uuid not null references clearing.import (id) on delete cascade,
  row_number integer not null,
  column_letter text,
  field text,
  code text not null,
  severity text not null check (severity in ('error', 'warning')),
  value text,
  params jsonb not null
);
comment on table clearing.import_problem is 'What is wrong in which row and column, and its masked value; replaced by each check.';
comment on column clearing.import_problem.id is 'P1 · id';
comment on column clearing.import_problem.tenant is 'P0 · tenant';
comment on column clearing.import_problem.agency is 'P1 · agency';
comment on column clearing.import_problem.import is 'P1 · import';
comment on column clearing.import_problem.row_number is 'P1 · row as the spreadsheet shows it';
comment on column clearing.import_problem.column_letter is 'P1 · column as the spreadsheet shows it';
comment on column clearing.import_problem.field is 'P1 · what the column means';
comment on column clearing.import_problem.code is 'P1 · kind of problem';
comment on column clearing.import_problem.severity is 'P1 · error or warning';
comment on column clearing.import_problem.value is 'P2 · value, masked where it holds identity';
comment on column clearing.import_problem.params is 'P2 · what the message needs';
create index on clearing.import_problem (import, row_number);
create index on clearing.import_problem (import, code, field);
select platform.protect('clearing.import_problem', 'tenant', 'select, insert, delete');
create policy own_agency on clearing.import_problem to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.import')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.import')));

-- ---------------------------------------------------------------------------------------------------
-- Rows

create table clearing.source_row (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  import uuid not null references clearing.import (id),
  row_number integer not null,
  period text not null,
  counting_year integer not null,
  year_basis text not null,
  report_date date,
  case_no text,
  role text not null check (role in ('victim', 'suspect')),
  place_code text,
  origin_code text,
  sex text not null,
  age_min integer,
  age_max integer,
  child text not null check (child in ('yes', 'no', 'uncertain', 'unknown')),
  primary_form text not null default 'unknown',
  victim_status text,
  legal_stage text,
  case_data jsonb not null,
  linkable boolean not null,
  fingerprint bytea not null,
  state text not null default 'imported' check (state in ('imported', 'confirmed', 'excluded', 'superseded')),
  state_reason text,
  superseded_by uuid references clearing.source_row (id),
  verified_by uuid,
  verified_at timestamptz,
  version integer not null default 1
);
comment on table clearing.source_row is 'One row of an agency''s file: what is counted of the case, without identity.';
comment on column clearing.source_row.id is 'P2 · random id';
comment on column clearing.source_row.tenant is 'P0 · tenant';
comment on column clearing.source_row.agency is 'P1 · agency that owns the row';
comment on column clearing.source_row.import is 'P1 · import it came by';
comment on column clearing.source_row.row_number is 'P1 · row in the original file';
comment on column clearing.source_row.period is 'P1 · period it was handed in for';
comment on column clearing.source_row.counting_year is 'P2 · year it counts in';
comment on column clearing.source_row.year_basis is 'P1 · which date the year was taken from';
comment on column clearing.source_row.report_date is 'P2 · day of the report, when known to the day';
comment on column clearing.source_row.case_no is 'P2 · the agency''s own case number';
comment on column clearing.source_row.role is 'P2 · victim or suspect';
comment on column clearing.source_row.place_code is 'P2 · kab/kota of the case (Kemendagri)';
comment on column clearing.source_row.origin_code is 'P2 · area of origin (Kemendagri)';
comment on column clearing.source_row.sex is 'P2 · sex';
comment on column clearing.source_row.age_min is 'P2 · lowest age the row allows';
comment on column clearing.source_row.age_max is 'P2 · highest age the row allows';
comment on column clearing.source_row.child is 'P2 · under 18 at the offence';
comment on column clearing.source_row.primary_form is 'P2 · primary form of exploitation';
comment on column clearing.source_row.victim_status is 'P2 · status of identification';
comment on column clearing.source_row.legal_stage is 'P2 · stage of the legal process';
comment on column clearing.source_row.case_data is 'P2 · the whole case part of the row (contract clearing/row.ts)';
comment on column clearing.source_row.linkable is 'P1 · false: published data without identity, counted by rule and never linked';
comment on column clearing.source_row.fingerprint is 'P3 · keyed hash of the row: a row handed in again is recognised';
comment on column clearing.source_row.state is 'P1 · imported, confirmed by the data contact, excluded with a reason, superseded by a correction';
comment on column clearing.source_row.state_reason is 'P2 · why it was excluded or corrected';
comment on column clearing.source_row.superseded_by is 'P2 · the row that corrects it';
comment on column clearing.source_row.verified_by is 'P1 · data contact';
comment on column clearing.source_row.verified_at is 'P1 · when';
comment on column clearing.source_row.version is 'P0 · optimistic version';
create index on clearing.source_row (import);
create index on clearing.source_row (superseded_by);
create index on clearing.source_row (tenant, agency, period, row_number, id);
create index on clearing.source_row (tenant, counting_year, state);
create index on clearing.source_row (tenant, agency, fingerprint);
select platform.protect('clearing.source_row', 'tenant');
create policy own_agency on clearing.source_row to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.verify')));
create policy in_rounds on clearing.source_row for select to simpul_app
  using (state = 'confirmed' and (select accounts.can('clearing.round')));

create table clearing.row_identity (
  row uuid primary key references clearing.source_row (id),
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  sealed bytea not null
);
comment on table clearing.row_identity is 'Who a row speaks of: one sealed value under a key of its own (platform.data_key, kind row).';
comment on column clearing.row_identity.row is 'P2 · row';
comment on column clearing.row_identity.tenant is 'P0 · tenant';
comment on column clearing.row_identity.agency is 'P1 · agency that owns it';
comment on column clearing.row_identity.sealed is 'P3 · sealed identity (AES-256-GCM, bound to table, row and tenant)';
select platform.protect('clearing.row_identity', 'tenant', 'select, insert');
create policy own_agency on clearing.row_identity to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.verify')));
-- A steward reaches it in a round only, with a declared purpose; what is shown field by field is logged.
create policy in_rounds on clearing.row_identity for select to simpul_app
  using ((select platform.purpose()) in ('clearing.review', 'job') and (select accounts.can('clearing.round'))
         and exists (select 1 from clearing.source_row r where r.id = row and r.state = 'confirmed'));

create table clearing.match_key (
  tenant text not null references platform.tenant (code),
  token bytea not null,
  row uuid not null references clearing.source_row (id),
  agency uuid not null,
  primary key (tenant, token, row)
);
comment on table clearing.match_key is 'Posting rows of keyed, truncated words by which a round finds candidates; compared with = only, unique on nothing (what leaks: docs/decisions/0010).';
comment on column clearing.match_key.tenant is 'P0 · tenant';
comment on column clearing.match_key.token is 'P3 · keyed hash of NIK, passport, or name with birth date, cut to 32 bits';
comment on column clearing.match_key.row is 'P2 · row';
comment on column clearing.match_key.agency is 'P1 · agency that owns it';
create index on clearing.match_key (row);
select platform.protect('clearing.match_key', 'tenant', 'select, insert');
create policy own_agency on clearing.match_key to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.verify')));
create policy in_rounds on clearing.match_key for select to simpul_app
  using ((select accounts.can('clearing.round')));

create table clearing.sign_off (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  period text not null,
  rows_confirmed integer not null,
  rows_excluded integer not null,
  signed_by uuid not null,
  signed_at timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  foreign key (tenant, period) references clearing.period (tenant, code)
);
comment on table clearing.sign_off is 'A data contact answers for the agency''s rows of a period; a withdrawal is noted, nothing is overwritten.';
comment on column clearing.sign_off.id is 'P1 · id';
comment on column clearing.sign_off.tenant is 'P0 · tenant';
comment on column clearing.sign_off.agency is 'P1 · agency';
comment on column clearing.sign_off.period is 'P1 · period';
comment on column clearing.sign_off.rows_confirmed is 'P1 · rows confirmed';
comment on column clearing.sign_off.rows_excluded is 'P1 · rows excluded with a reason';
comment on column clearing.sign_off.signed_by is 'P1 · data contact';
comment on column clearing.sign_off.signed_at is 'P1 · when';
comment on column clearing.sign_off.withdrawn_by is 'P1 · who withdrew it';
comment on column clearing.sign_off.withdrawn_at is 'P1 · when withdrawn';
comment on column clearing.sign_off.withdrawn_reason is 'P1 · why';
create unique index one_valid_sign_off on clearing.sign_off (tenant, agency, period) where withdrawn_at is null;
create index on clearing.sign_off (tenant, period);
select platform.protect('clearing.sign_off', 'tenant');
create policy own_agency on clearing.sign_off to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')))
  with check (agency = (select platform.agency()) and (select accounts.can('clearing.verify')));
create policy overseen on clearing.sign_off for select to simpul_app using ((select accounts.can('clearing.round')));

-- ---------------------------------------------------------------------------------------------------
-- Rounds

create table clearing.round (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  year integer not null,
  number integer not null,
  state text not null default 'matching' check (state in ('matching', 'review', 'agreed', 'replaced', 'cancelled')),
  engine text not null,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  matched_at timestamptz,
  agreed_by uuid,
  agreed_at timestamptz,
  job uuid,
  rows_in integer,
  pairs_in integer,
  differences jsonb,
  record_number text,
  version integer not null default 1,
  unique (tenant, year, number)
);
comment on table clearing.round is 'A clearing round over all confirmed rows of a counting year; changing an agreed figure needs a new one.';
comment on column clearing.round.id is 'P1 · id';
comment on column clearing.round.tenant is 'P0 · tenant';
comment on column clearing.round.year is 'P1 · counting year';
comment on column clearing.round.number is 'P1 · number of the round in that year';
comment on column clearing.round.state is 'P1 · matching, review, agreed, replaced by a later round, cancelled';
comment on column clearing.round.engine is 'P0 · name and version of what proposes pairs';
comment on column clearing.round.opened_by is 'P1 · who opened it';
comment on column clearing.round.opened_at is 'P1 · when';
comment on column clearing.round.matched_at is 'P1 · when pairs were proposed';
comment on column clearing.round.agreed_by is 'P1 · who closed it as agreed';
comment on column clearing.round.agreed_at is 'P1 · when';
comment on column clearing.round.job is 'P1 · job that matches';
comment on column clearing.round.rows_in is 'P1 · rows that entered';
comment on column clearing.round.pairs_in is 'P1 · pairs proposed';
comment on column clearing.round.differences is 'P1 · table of differences by source as agreed';
comment on column clearing.round.record_number is 'P1 · number of the official record (berita acara)';
comment on column clearing.round.version is 'P0 · optimistic version';
select platform.protect('clearing.round', 'tenant');
create policy known on clearing.round for select to simpul_app
  using ((select accounts.can('clearing.round')) or (select accounts.can('clearing.verify')) or (select accounts.can('figures.read')));
create policy run on clearing.round to simpul_app
  using ((select accounts.can('clearing.round'))) with check ((select accounts.can('clearing.round')));

create table clearing.round_row (
  round uuid not null references clearing.round (id),
  row uuid not null references clearing.source_row (id),
  tenant text not null references platform.tenant (code),
  agency uuid not null,
  row_version integer not null,
  person uuid,
  "case" uuid,
  primary key (round, row)
);
comment on table clearing.round_row is 'Which rows a round counted, and which agreed person and case each belongs to: the lineage of every agreed figure.';
comment on column clearing.round_row.round is 'P1 · round';
comment on column clearing.round_row.row is 'P2 · row';
comment on column clearing.round_row.tenant is 'P0 · tenant';
comment on column clearing.round_row.agency is 'P1 · agency that owns the row';
comment on column clearing.round_row.row_version is 'P0 · version of the row that was counted';
comment on column clearing.round_row.person is 'P2 · agreed person, set when the round is agreed';
comment on column clearing.round_row."case" is 'P2 · agreed case, set when the round is agreed';
create index on clearing.round_row (row);
create index on clearing.round_row (round, person);
select platform.protect('clearing.round_row', 'tenant', 'select, insert, update, delete');
create policy run on clearing.round_row to simpul_app
  using ((select accounts.can('clearing.round'))) with check ((select accounts.can('clearing.round')));
create policy own_agency on clearing.round_row for select to simpul_app
  using (agency = (select platform.agency()) and (select accounts.can('clearing.verify')));

create table clearing.pair (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  round uuid not null references clearing.round (id),
  number integer not null,
  row_a uuid not null references clearing.source_row (id),
  row_b uuid not null references clearing.source_row (id),
  agency_a uuid not null,
  agency_b uuid not null,
  basis text not null check (basis in ('nik', 'passport', 'name_birth')),
  pattern jsonb not null,
  score double precision not null,
  decision text check (decision in ('same', 'different', 'unsure')),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  check (row_a < row_b),
  unique (round, row_a, row_b)
);
comment on table clearing.pair is 'Two rows that may speak of the same person; a person decides.';
comment on column clearing.pair.id is 'P1 · id';
comment on column clearing.pair.tenant is 'P0 · tenant';
comment on column clearing.pair.round is 'P1 · round';
comment on column clearing.pair.number is 'P1 · number in the round';
comment on column clearing.pair.row_a is 'P2 · one row';
comment on column clearing.pair.row_b is 'P2 · the other row';
comment on column clearing.pair.agency_a is 'P1 · owner of the one row';
comment on column clearing.pair.agency_b is 'P1 · owner of the other row';
comment on column clearing.pair.basis is 'P1 · why it was proposed';
comment on column clearing.pair.pattern is 'P2 · agreement of each field, in codes, with shapes in place of values';
comment on column clearing.pair.score is 'P1 · strength of the proposal';
comment on column clearing.pair.decision is 'P2 · decision in force';
comment on column clearing.pair.decided_by is 'P1 · who decided last';
comment on column clearing.pair.decided_at is 'P1 · when';
comment on column clearing.pair.version is 'P0 · optimistic version';
create index on clearing.pair (row_a);
create index on clearing.pair (row_b);
create index on clearing.pair (round, number);
select platform.protect('clearing.pair', 'tenant', 'select, insert, update, delete');
create policy run on clearing.pair to simpul_app
  using ((select accounts.can('clearing.round'))) with check ((select accounts.can('clearing.round')));

create table clearing.pair_decision (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  pair uuid not null references clearing.pair (id),
  round uuid not null references clearing.round (id),
  row_a uuid not null references clearing.source_row (id),
  row_b uuid not null references clearing.source_row (id),
  decision text check (decision in ('same', 'different', 'unsure')),
  reason text,
  decided_by uuid not null,
  decided_at timestamptz not null default now()
);
comment on table clearing.pair_decision is 'Every decision and every undoing (decision empty); the last one is in force and later rounds reuse it.';
comment on column clearing.pair_decision.id is 'P1 · id';
comment on column clearing.pair_decision.tenant is 'P0 · tenant';
comment on column clearing.pair_decision.pair is 'P1 · pair';
comment on column clearing.pair_decision.round is 'P1 · round';
comment on column clearing.pair_decision.row_a is 'P2 · one row';
comment on column clearing.pair_decision.row_b is 'P2 · the other row';
comment on column clearing.pair_decision.decision is 'P2 · same, different, unsure; empty when undone';
comment on column clearing.pair_decision.reason is 'P2 · why, in words without names';
comment on column clearing.pair_decision.decided_by is 'P1 · who';
comment on column clearing.pair_decision.decided_at is 'P1 · when';
create index on clearing.pair_decision (pair, decided_at);
create index on clearing.pair_decision (round);
create index on clearing.pair_decision (row_a, row_b);
create index on clearing.pair_decision (row_b);
select platform.protect('clearing.pair_decision', 'append');
create policy run on clearing.pair_decision to simpul_app
  using ((select accounts.can('clearing.round')))
  with check ((select accounts.can('clearing.round')) and decided_by = (select platform.actor()));
