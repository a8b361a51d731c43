-- Reporting: the January report and the official record of a clearing round. What is signed never changes again.

create schema reporting;
comment on schema reporting is 'Official papers: January report, official record, their numbers, letterhead and Word templates.';
grant usage on schema reporting to simpul_app;

create table reporting.setting (
  tenant text primary key references platform.tenant (code),
  authority text[] not null,
  office text[] not null,
  address text not null default '',
  place text not null default '',
  addressee text not null,
  copies text[] not null default '{}',
  number_pattern text not null check (number_pattern like '%{urut}%' and number_pattern like '%{tahun}%'),
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table reporting.setting is 'Letterhead, addressee and numbering of the papers of a task force.';
comment on column reporting.setting.tenant is 'P0 · tenant';
comment on column reporting.setting.authority is 'P0 · upper lines of the letterhead';
comment on column reporting.setting.office is 'P0 · lines that name the office';
comment on column reporting.setting.address is 'P0 · address line';
comment on column reporting.setting.place is 'P0 · town the papers are signed in';
comment on column reporting.setting.addressee is 'P0 · office the January report goes to';
comment on column reporting.setting.copies is 'P0 · offices that get a copy';
comment on column reporting.setting.number_pattern is 'P0 · number of a paper with {urut}, {tahun}, {bulan}';
comment on column reporting.setting.changed_by is 'P1 · who changed it';
comment on column reporting.setting.changed_at is 'P1 · when';
comment on column reporting.setting.version is 'P0 · optimistic version';
select platform.protect('reporting.setting', 'tenant');
create policy known on reporting.setting for select to simpul_app using ((select platform.actor()) is not null);
create policy change on reporting.setting for insert to simpul_app
  with check ((select accounts.can('reporting.draft')) and changed_by = (select platform.actor()));
create policy change_again on reporting.setting for update to simpul_app
  using ((select accounts.can('reporting.draft'))) with check ((select accounts.can('reporting.draft')) and changed_by = (select platform.actor()));

create table reporting.paper_number (
  tenant text not null references platform.tenant (code),
  year integer not null,
  position integer not null check (position > 0),
  number text not null,
  subject_kind text not null check (subject_kind in ('report', 'record')),
  subject uuid not null,
  assigned_at timestamptz not null default now(),
  primary key (tenant, year, position),
  unique (tenant, subject_kind, subject)
);
comment on table reporting.paper_number is 'Numbers given to papers, one after another within a year; none is given twice.';
comment on column reporting.paper_number.tenant is 'P0 · tenant';
comment on column reporting.paper_number.year is 'P0 · year of the numbering';
comment on column reporting.paper_number.position is 'P0 · running number';
comment on column reporting.paper_number.number is 'P0 · number as it is printed';
comment on column reporting.paper_number.subject_kind is 'P0 · report or record';
comment on column reporting.paper_number.subject is 'P1 · paper that bears it';
comment on column reporting.paper_number.assigned_at is 'P1 · when';
select platform.protect('reporting.paper_number', 'append');
create policy known on reporting.paper_number for select to simpul_app using ((select platform.actor()) is not null);
create policy assign on reporting.paper_number for insert to simpul_app
  with check ((select accounts.can('reporting.draft')) or (select accounts.can('reporting.sign')) or (select accounts.can('clearing.round')));

create table reporting.template (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  kind text not null check (kind in ('report', 'record')),
  file uuid not null references platform.file (id),
  sha256 text not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  removed_at timestamptz
);
comment on table reporting.template is 'Word templates of the office; the newest that was not removed is used, papers keep the one they were frozen with.';
comment on column reporting.template.id is 'P1 · id';
comment on column reporting.template.tenant is 'P0 · tenant';
comment on column reporting.template.kind is 'P0 · paper it is for';
comment on column reporting.template.file is 'P1 · sealed file';
comment on column reporting.template.sha256 is 'P1 · hash of the file';
comment on column reporting.template.set_by is 'P1 · who set it';
comment on column reporting.template.set_at is 'P1 · when';
comment on column reporting.template.removed_at is 'P1 · when it was taken out of use';
create index on reporting.template (file);
create index on reporting.template (tenant, kind, set_at desc);
select platform.protect('reporting.template', 'tenant');
create policy known on reporting.template for select to simpul_app using ((select platform.actor()) is not null);
create policy set_template on reporting.template for insert to simpul_app
  with check ((select accounts.can('reporting.draft')) and set_by = (select platform.actor()));
create policy remove_template on reporting.template for update to simpul_app
  using ((select accounts.can('reporting.draft'))) with check ((select accounts.can('reporting.draft')));

create table reporting.legal_basis (
  tenant text not null references platform.tenant (code),
  key text not null,
  position integer not null,
  kind text not null,
  number text not null,
  year integer not null,
  title text not null,
  part text not null check (part in ('national', 'mandate', 'plan', 'service_centre', 'basis')),
  mark text not null check (mark in ('verified', 'stated', 'memory')),
  source text not null,
  note text,
  loaded_by uuid not null,
  primary key (tenant, key)
);
comment on table reporting.legal_basis is 'Rules and decrees a report stands on, as the sources tell; until the module of regulations keeps them.';
comment on column reporting.legal_basis.tenant is 'P0 · tenant';
comment on column reporting.legal_basis.key is 'P0 · key';
comment on column reporting.legal_basis.position is 'P0 · order';
comment on column reporting.legal_basis.kind is 'P0 · kind of rule';
comment on column reporting.legal_basis.number is 'P0 · number';
comment on column reporting.legal_basis.year is 'P0 · year';
comment on column reporting.legal_basis.title is 'P0 · what it is about';
comment on column reporting.legal_basis.part is 'P0 · part it plays';
comment on column reporting.legal_basis.mark is 'P0 · verified, stated in the press, or from memory';
comment on column reporting.legal_basis.source is 'P0 · where it was read';
comment on column reporting.legal_basis.note is 'P0 · remark';
comment on column reporting.legal_basis.loaded_by is 'P1 · who loaded it';
select platform.protect('reporting.legal_basis', 'tenant', 'select, insert');
create policy known on reporting.legal_basis for select to simpul_app using ((select platform.actor()) is not null);
create policy load on reporting.legal_basis for insert to simpul_app
  with check ((select accounts.can('reporting.draft')) and loaded_by = (select platform.actor()));

-- ---------------------------------------------------------------------------------------------------
-- The January report

create table reporting.report (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  year integer not null,
  edition integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'frozen', 'signed', 'submitted', 'withdrawn')),
  class text not null default 'TERBATAS' check (class in ('TERBATAS')),
  number text,
  content jsonb not null,
  sha256 text,
  template uuid references reporting.template (id),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  refreshed_at timestamptz not null default now(),
  frozen_by uuid,
  frozen_at timestamptz,
  signed_by uuid,
  signed_as text,
  signed_at timestamptz,
  submitted_by uuid,
  submitted_on date,
  letter_number text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer not null default 1,
  unique (tenant, year, edition),
  check (state not in ('frozen', 'signed', 'submitted') or (sha256 is not null and number is not null and frozen_at is not null)),
  check (state not in ('signed', 'submitted') or (signed_at is not null and signed_as is not null)),
  check (state <> 'submitted' or (submitted_on is not null and letter_number is not null)),
  check (state <> 'withdrawn' or withdrawn_reason is not null)
);
comment on table reporting.report is 'The performance report of a year (kesepakatan 5 of July 2024). Frozen content and its hash never change once signed; a correction is another edition.';
comment on column reporting.report.id is 'P1 · id';
comment on column reporting.report.tenant is 'P0 · tenant';
comment on column reporting.report.year is 'P1 · year it reports on';
comment on column reporting.report.edition is 'P1 · 1, or higher for a correction';
comment on column reporting.report.state is 'P1 · draft, frozen, signed, submitted, withdrawn';
comment on column reporting.report.class is 'P0 · class printed on every page';
comment on column reporting.report.number is 'P1 · number of the paper, given when it is frozen';
comment on column reporting.report.content is 'P1 · chapters, figures with provenance, letterhead';
comment on column reporting.report.sha256 is 'P1 · hash of number, edition and content when frozen';
comment on column reporting.report.template is 'P1 · Word template it was frozen with; empty for the one that comes with Simpul';
comment on column reporting.report.created_by is 'P1 · who opened it';
comment on column reporting.report.created_at is 'P1 · when';
comment on column reporting.report.refreshed_at is 'P1 · when the figures of the draft were read';
comment on column reporting.report.frozen_by is 'P1 · who froze it';
comment on column reporting.report.frozen_at is 'P1 · when';
comment on column reporting.report.signed_by is 'P1 · who signed';
comment on column reporting.report.signed_as is 'P1 · office of the signer';
comment on column reporting.report.signed_at is 'P1 · when';
comment on column reporting.report.submitted_by is 'P1 · who noted that it was handed over';
comment on column reporting.report.submitted_on is 'P1 · day it was handed over';
comment on column reporting.report.letter_number is 'P1 · number of the covering letter';
comment on column reporting.report.withdrawn_by is 'P1 · who withdrew the draft';
comment on column reporting.report.withdrawn_at is 'P1 · when';
comment on column reporting.report.withdrawn_reason is 'P1 · why';
comment on column reporting.report.version is 'P0 · optimistic version';
create unique index one_draft_a_year on reporting.report (tenant, year) where state in ('draft', 'frozen');
create index on reporting.report (template);
select platform.protect('reporting.report', 'tenant');
create policy writers on reporting.report for select to simpul_app
  using ((select accounts.can('reporting.draft')) or (select accounts.can('reporting.sign')));
create policy readers on reporting.report for select to simpul_app
  using (state in ('signed', 'submitted') and (select accounts.can('reporting.read')));
create policy open_draft on reporting.report for insert to simpul_app
  with check ((select accounts.can('reporting.draft')) and created_by = (select platform.actor()) and state = 'draft');
create policy write on reporting.report for update to simpul_app
  using ((select accounts.can('reporting.draft')) or (select accounts.can('reporting.sign')))
  with check ((state in ('draft', 'withdrawn', 'submitted') and (select accounts.can('reporting.draft')))
              or (state = 'frozen' and ((select accounts.can('reporting.draft')) or (select accounts.can('reporting.sign'))))
              or (state = 'signed' and (select accounts.can('reporting.sign')) and signed_by = (select platform.actor())));

create function reporting.keep_frozen() returns trigger
  language plpgsql set search_path = ''
as $$
declare
  moves constant text[] := array['draft>draft', 'draft>frozen', 'draft>withdrawn', 'frozen>draft', 'frozen>signed',
                                 'frozen>withdrawn', 'signed>submitted'];
  late constant text[] := array['state', 'submitted_by', 'submitted_on', 'letter_number', 'version'];
begin
  if not (old.state || '>' || new.state) = any (moves) then
    raise exception 'a report does not go from % to %', old.state, new.state using errcode = '42501';
  end if;
  if (new.tenant, new.year, new.edition, new.class, new.created_by, new.created_at)
     is distinct from (old.tenant, old.year, old.edition, old.class, old.created_by, old.created_at) then
    raise exception 'a report keeps its year and edition' using errcode = '42501';
  end if;
  if old.state = 'frozen' and new.state <> 'draft'
     and (new.content, new.sha256, new.number, new.template, new.frozen_at, new.frozen_by)
         is distinct from (old.content, old.sha256, old.number, old.template, old.frozen_at, old.frozen_by) then
    raise exception 'frozen content does not change' using errcode = '42501';
  end if;
  if old.state = 'signed' and to_jsonb(new) - late <> to_jsonb(old) - late then
    raise exception 'a signed report does not change' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function reporting.keep_frozen() is 'States of a report in their order; frozen content, and everything of a signed report, stays.';
create trigger keep_frozen before update on reporting.report for each row execute function reporting.keep_frozen();

create table reporting.chapter_text (
  report uuid not null references reporting.report (id),
  chapter text not null,
  tenant text not null references platform.tenant (code),
  text text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (report, chapter)
);
comment on table reporting.chapter_text is 'What people write into a chapter of a draft; copied into the content when it is frozen.';
comment on column reporting.chapter_text.report is 'P1 · report';
comment on column reporting.chapter_text.chapter is 'P0 · chapter';
comment on column reporting.chapter_text.tenant is 'P0 · tenant';
comment on column reporting.chapter_text.text is 'P1 · text, empty lines between paragraphs; never about a person';
comment on column reporting.chapter_text.written_by is 'P1 · who wrote it last';
comment on column reporting.chapter_text.written_by_name is 'P1 · as the account is called';
comment on column reporting.chapter_text.written_at is 'P1 · when';
comment on column reporting.chapter_text.version is 'P0 · optimistic version';
select platform.protect('reporting.chapter_text', 'tenant');
create policy writers on reporting.chapter_text for select to simpul_app
  using ((select accounts.can('reporting.draft')) or (select accounts.can('reporting.sign')));
create policy write on reporting.chapter_text for insert to simpul_app
  with check ((select accounts.can('reporting.draft')) and written_by = (select platform.actor()));
create policy write_again on reporting.chapter_text for update to simpul_app
  using ((select accounts.can('reporting.draft')))
  with check ((select accounts.can('reporting.draft')) and written_by = (select platform.actor()));

-- ---------------------------------------------------------------------------------------------------
-- The official record of a clearing round

create table reporting.record (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  round uuid not null,
  year integer not null,
  number text not null,
  content jsonb not null,
  sha256 text not null,
  template uuid references reporting.template (id),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  unique (tenant, round)
);
comment on table reporting.record is 'Berita acara of an agreed clearing round; made once.';
comment on column reporting.record.id is 'P1 · id';
comment on column reporting.record.tenant is 'P0 · tenant';
comment on column reporting.record.round is 'P1 · clearing round';
comment on column reporting.record.year is 'P1 · counting year';
comment on column reporting.record.number is 'P1 · number of the paper';
comment on column reporting.record.content is 'P1 · the record as data';
comment on column reporting.record.sha256 is 'P1 · hash of number and content';
comment on column reporting.record.template is 'P1 · Word template it was made with';
comment on column reporting.record.made_by is 'P1 · who made it';
comment on column reporting.record.made_at is 'P1 · when';
create index on reporting.record (template);
select platform.protect('reporting.record', 'append');
create policy readers on reporting.record for select to simpul_app
  using ((select accounts.can('figures.read')) or (select accounts.can('reporting.read')));
create policy make on reporting.record for insert to simpul_app
  with check ((select accounts.can('clearing.round')) and made_by = (select platform.actor()));
