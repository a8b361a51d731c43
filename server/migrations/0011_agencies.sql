-- Agencies: the organisations of a task force, with every name they ever had, where they sit and whom they serve.

create schema agencies;
comment on schema agencies is 'Organisations, their dated names, service units and service areas.';
grant usage on schema agencies to simpul_app;

create table agencies.agency (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  code text collate "C" not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  type text not null,
  level text not null check (level in ('national', 'province', 'regency', 'district', 'village')),
  sector text not null check (sector in
    ('regional_government', 'national_government', 'vertical', 'community', 'campus', 'business')),
  area_code text collate "C" not null references regions.area (code),
  parent uuid references agencies.agency (id),
  state text not null default 'active' check (state in ('active', 'closed')),
  closed_on date,
  closed_basis text,
  mark text not null check (mark in ('verified', 'memory', 'entered')),
  note text,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (tenant, code),
  check ((state = 'closed') = (closed_on is not null)),
  check (parent <> id)
);
comment on table agencies.agency is 'One organisation; its names are dated in agency_name, it is closed and never deleted.';
comment on column agencies.agency.id is 'P1 · id';
comment on column agencies.agency.tenant is 'P0 · tenant';
comment on column agencies.agency.code is 'P1 · short code that files and the command line use; never changes';
comment on column agencies.agency.type is 'P1 · code of the list agency_type';
comment on column agencies.agency.level is 'P1 · level of government it works at';
comment on column agencies.agency.sector is 'P1 · regional, national, vertical, community, campus or business';
comment on column agencies.agency.area_code is 'P1 · area it sits in, Kemendagri code';
comment on column agencies.agency.parent is 'P1 · organisation it belongs to';
comment on column agencies.agency.state is 'P1 · active or closed';
comment on column agencies.agency.closed_on is 'P1 · last day';
comment on column agencies.agency.closed_basis is 'P1 · decree or letter of the closure';
comment on column agencies.agency.mark is 'P1 · verified in a published source, from memory, or entered by a person';
comment on column agencies.agency.note is 'P1 · remark about the office, never about a person';
comment on column agencies.agency.created_by is 'P1 · who entered it, empty when it came with Simpul';
comment on column agencies.agency.created_at is 'P1 · when';
comment on column agencies.agency.version is 'P0 · optimistic version';
create index on agencies.agency (area_code);
create index on agencies.agency (parent);
select platform.protect('agencies.agency', 'tenant');
create policy readers on agencies.agency for select to simpul_app using ((select accounts.can('agencies.read')));
create policy makers on agencies.agency for insert to simpul_app
  with check ((select accounts.can('agencies.manage')) and created_by = (select platform.actor()));
create policy changers on agencies.agency for update to simpul_app
  using ((select accounts.can('agencies.manage'))) with check ((select accounts.can('agencies.manage')));

create table agencies.agency_name (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null references agencies.agency (id),
  kind text not null check (kind in ('official', 'alias')),
  name text not null,
  short_name text,
  valid_from date,
  valid_to date,
  basis text not null,
  mark text not null check (mark in ('verified', 'memory', 'entered')),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  check (superseded_at is not null or valid_to >= valid_from)
);
comment on table agencies.agency_name is 'Names with their days: official ones follow each other, aliases stand beside them. A correction supersedes.';
comment on column agencies.agency_name.id is 'P1 · id';
comment on column agencies.agency_name.tenant is 'P0 · tenant';
comment on column agencies.agency_name.agency is 'P1 · organisation';
comment on column agencies.agency_name.kind is 'P1 · official or alias';
comment on column agencies.agency_name.name is 'P1 · full name';
comment on column agencies.agency_name.short_name is 'P1 · abbreviation of daily use';
comment on column agencies.agency_name.valid_from is 'P1 · first day, empty when not known';
comment on column agencies.agency_name.valid_to is 'P1 · last day, empty while in use';
comment on column agencies.agency_name.basis is 'P1 · decree, letter or source';
comment on column agencies.agency_name.mark is 'P1 · verified in a published source, from memory, or entered by a person';
comment on column agencies.agency_name.recorded_by is 'P1 · who entered it, empty when it came with Simpul';
comment on column agencies.agency_name.recorded_at is 'P1 · when';
comment on column agencies.agency_name.superseded_at is 'P1 · when a correction took its place';
create index on agencies.agency_name (agency);
create unique index agency_name_current on agencies.agency_name (agency)
  where kind = 'official' and valid_to is null and superseded_at is null;
select platform.protect('agencies.agency_name', 'tenant');
create policy readers on agencies.agency_name for select to simpul_app using ((select accounts.can('agencies.read')));
create policy makers on agencies.agency_name for insert to simpul_app
  with check ((select accounts.can('agencies.manage')) and recorded_by = (select platform.actor()));
create policy changers on agencies.agency_name for update to simpul_app
  using ((select accounts.can('agencies.manage'))) with check ((select accounts.can('agencies.manage')));

create table agencies.service_area (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null references agencies.agency (id),
  area_code text collate "C" not null references regions.area (code),
  valid_from date,
  valid_to date,
  basis text not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  check (superseded_at is not null or valid_to >= valid_from)
);
comment on table agencies.service_area is 'Areas an organisation serves, several and dated: an office may serve provinces it does not sit in.';
comment on column agencies.service_area.id is 'P1 · id';
comment on column agencies.service_area.tenant is 'P0 · tenant';
comment on column agencies.service_area.agency is 'P1 · organisation';
comment on column agencies.service_area.area_code is 'P1 · area it serves, Kemendagri code';
comment on column agencies.service_area.valid_from is 'P1 · first day, empty when not known';
comment on column agencies.service_area.valid_to is 'P1 · last day, empty while it holds';
comment on column agencies.service_area.basis is 'P1 · decree, letter or source';
comment on column agencies.service_area.recorded_by is 'P1 · who entered it, empty when it came with Simpul';
comment on column agencies.service_area.recorded_at is 'P1 · when';
comment on column agencies.service_area.superseded_at is 'P1 · when a correction took its place';
create index on agencies.service_area (agency);
create index on agencies.service_area (area_code);
select platform.protect('agencies.service_area', 'tenant');
create policy readers on agencies.service_area for select to simpul_app using ((select accounts.can('agencies.read')));
create policy makers on agencies.service_area for insert to simpul_app
  with check ((select accounts.can('agencies.manage')) and recorded_by = (select platform.actor()));
create policy changers on agencies.service_area for update to simpul_app
  using ((select accounts.can('agencies.manage'))) with check ((select accounts.can('agencies.manage')));

create table agencies.service_unit (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid not null references agencies.agency (id),
  name text not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  check (valid_to >= valid_from)
);
comment on table agencies.service_unit is 'Units inside an organisation that victims meet, such as a desk, a ward or a safe house (never its address).';
comment on column agencies.service_unit.id is 'P1 · id';
comment on column agencies.service_unit.tenant is 'P0 · tenant';
comment on column agencies.service_unit.agency is 'P1 · organisation';
comment on column agencies.service_unit.name is 'P1 · name of the unit';
comment on column agencies.service_unit.valid_from is 'P1 · first day';
comment on column agencies.service_unit.valid_to is 'P1 · last day, empty while it works';
comment on column agencies.service_unit.basis is 'P1 · decree or letter';
comment on column agencies.service_unit.recorded_by is 'P1 · who entered it';
comment on column agencies.service_unit.recorded_at is 'P1 · when';
create index on agencies.service_unit (agency);
select platform.protect('agencies.service_unit', 'tenant');
create policy readers on agencies.service_unit for select to simpul_app using ((select accounts.can('agencies.read')));
create policy makers on agencies.service_unit for insert to simpul_app
  with check ((select accounts.can('agencies.manage')) and recorded_by = (select platform.actor()));
create policy changers on agencies.service_unit for update to simpul_app
  using ((select accounts.can('agencies.manage'))) with check ((select accounts.can('agencies.manage')));
