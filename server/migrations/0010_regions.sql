-- Regions: areas by Kemendagri code. Reference tables are filled at start by modules/regions/load-areas.ts
-- from the npm package idn-area-data (ODbL 1.0); the crosswalk to BPS codes is each tenant's own import.

create schema regions;
comment on schema regions is 'Areas by Kemendagri code, other names, succession of codes, overlays, crosswalk to BPS codes.';
grant usage on schema regions to simpul_app, simpul_stats, simpul_auth;

create table regions.dataset (
  code text primary key,
  version text not null,
  sha256 text not null,
  licence text not null,
  decree text not null,
  url text not null,
  provinces integer not null,
  regencies integer not null,
  districts integer not null,
  villages integer not null,
  loaded_at timestamptz not null default now()
);
comment on table regions.dataset is 'Which list of areas is loaded; its hash decides whether a start loads anything.';
comment on column regions.dataset.code is 'P0 · name of the package';
comment on column regions.dataset.version is 'P0 · its version';
comment on column regions.dataset.sha256 is 'P0 · hash of its files, of the known names and of the loader''s version';
comment on column regions.dataset.licence is 'P0 · SPDX name of the data''s licence';
comment on column regions.dataset.decree is 'P0 · decree the list follows';
comment on column regions.dataset.url is 'P0 · where it comes from';
comment on column regions.dataset.provinces is 'P0 · provinces in it';
comment on column regions.dataset.regencies is 'P0 · kabupaten and kota in it';
comment on column regions.dataset.districts is 'P0 · kecamatan in it';
comment on column regions.dataset.villages is 'P0 · desa and kelurahan in it';
comment on column regions.dataset.loaded_at is 'P0 · when it was loaded';
select platform.protect('regions.dataset', 'reference');

-- Level and parent follow from the code, so a row cannot contradict itself, and 91,000 rows load without
-- 91,000 checks of a self-reference (measured: 0.8 s instead of 1.9 s); the loader counts orphans instead.
create table regions.area (
  code text collate "C" primary key check (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  name text not null,
  search_key text collate "C" not null,
  level text not null generated always as (
    case length(code) when 2 then 'province' when 5 then 'regency' when 8 then 'district' else 'village' end) stored,
  parent text collate "C" generated always as (
    case length(code) when 5 then left(code, 2) when 8 then left(code, 5) when 13 then left(code, 8) end) stored,
  valid_from date,
  valid_to date,
  source text not null,
  check (valid_to >= valid_from)
);
comment on table regions.area is 'Provinces, kab/kota, kecamatan and desa/kelurahan, those in force and those that old records still carry.';
comment on column regions.area.code is 'P0 · dotted Kemendagri code, text';
comment on column regions.area.name is 'P0 · official name, kab/kota with the word';
comment on column regions.area.search_key is 'P0 · name as it is compared (contract/src/regions/rules.ts, storedKey)';
comment on column regions.area.level is 'P0 · province, regency, district or village, by the length of the code';
comment on column regions.area.parent is 'P0 · code of the area above';
comment on column regions.area.valid_from is 'P0 · first day, empty when older than the list';
comment on column regions.area.valid_to is 'P0 · last day, empty while in force';
comment on column regions.area.source is 'P0 · list or law the row comes from';
-- The search asks for the first few of a level or of a province in the order of the key, never for all.
create index area_level_key on regions.area (level, search_key);
create index area_province_key on regions.area (left(code, 2) collate "C", search_key);
select platform.protect('regions.area', 'reference');

create table regions.area_alias (
  code text collate "C" not null references regions.area (code),
  name text not null,
  search_key text collate "C" not null,
  kind text not null check (kind in ('former', 'abbreviation', 'spelling')),
  basis text not null,
  mark text not null check (mark in ('verified', 'memory')),
  primary key (code, search_key)
);
comment on table regions.area_alias is 'Other names of areas: former ones, abbreviations of daily use, other spellings.';
comment on column regions.area_alias.code is 'P0 · the area';
comment on column regions.area_alias.name is 'P0 · the other name';
comment on column regions.area_alias.search_key is 'P0 · as it is compared';
comment on column regions.area_alias.kind is 'P0 · former, abbreviation or spelling';
comment on column regions.area_alias.basis is 'P0 · law, list or note it comes from';
comment on column regions.area_alias.mark is 'P0 · verified against a published text, or from memory';
create index on regions.area_alias (search_key);
select platform.protect('regions.area_alias', 'reference');

create table regions.area_succession (
  old_code text collate "C" not null references regions.area (code),
  new_code text collate "C" not null references regions.area (code),
  on_date date not null,
  kind text not null check (kind in ('rename', 'split', 'merge', 'move')),
  old_name text not null,
  basis text not null,
  mark text not null check (mark in ('verified', 'memory')),
  primary key (old_code, new_code, on_date)
);
comment on table regions.area_succession is 'How codes followed each other; a record keeps the code valid on its day.';
comment on column regions.area_succession.old_code is 'P0 · code before';
comment on column regions.area_succession.new_code is 'P0 · code after';
comment on column regions.area_succession.on_date is 'P0 · first day of the new code';
comment on column regions.area_succession.kind is 'P0 · rename, split (the old one stays, smaller), merge, or move (the whole area changed its code)';
comment on column regions.area_succession.old_name is 'P0 · name under the old code: codes are used again over time';
comment on column regions.area_succession.basis is 'P0 · law or decree';
comment on column regions.area_succession.mark is 'P0 · verified against a published text, or from memory';
create index on regions.area_succession (new_code);
select platform.protect('regions.area_succession', 'reference');

create table regions.area_overlay (
  code text primary key,
  name text not null,
  kind text not null,
  basis text not null,
  mark text not null check (mark in ('verified', 'memory'))
);
comment on table regions.area_overlay is 'Areas across the levels, such as the new capital (IKN): a tag, never a level and never a tenant.';
comment on column regions.area_overlay.code is 'P0 · short name';
comment on column regions.area_overlay.name is 'P0 · name';
comment on column regions.area_overlay.kind is 'P0 · capital, port, estate, mining, police';
comment on column regions.area_overlay.basis is 'P0 · law or note';
comment on column regions.area_overlay.mark is 'P0 · verified against a published text, or from memory';
select platform.protect('regions.area_overlay', 'reference');

create table regions.area_overlay_member (
  overlay text not null references regions.area_overlay (code),
  area text collate "C" not null references regions.area (code),
  mark text not null check (mark in ('verified', 'memory')),
  primary key (overlay, area)
);
comment on table regions.area_overlay_member is 'Areas an overlay touches, wholly or in part.';
comment on column regions.area_overlay_member.overlay is 'P0 · overlay';
comment on column regions.area_overlay_member.area is 'P0 · area it touches';
comment on column regions.area_overlay_member.mark is 'P0 · verified against a published text, or from memory';
create index on regions.area_overlay_member (area);
select platform.protect('regions.area_overlay_member', 'reference');

-- ---------------------------------------------------------------------------------------------------
-- BPS codes. The table is not ours to ship (no licence), so each tenant imports it; a new import replaces
-- the former as a whole, which stays on record.

create table regions.bps_import (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  source text not null,
  as_of date not null,
  sha256 text not null,
  rows integer not null,
  traps integer not null,
  state text not null default 'current' check (state in ('current', 'replaced')),
  imported_by uuid not null,
  imported_at timestamptz not null,
  version integer not null default 1
);
comment on table regions.bps_import is 'One imported crosswalk between BPS and Kemendagri codes; at most one per tenant is current.';
comment on column regions.bps_import.id is 'P1 · id';
comment on column regions.bps_import.tenant is 'P0 · tenant';
comment on column regions.bps_import.source is 'P1 · where the table was taken from, in the words of the importer';
comment on column regions.bps_import.as_of is 'P1 · day the table speaks of';
comment on column regions.bps_import.sha256 is 'P1 · hash of the file';
comment on column regions.bps_import.rows is 'P1 · rows in it';
comment on column regions.bps_import.traps is 'P1 · rows whose BPS digits are the Kemendagri code of another area';
comment on column regions.bps_import.state is 'P1 · current or replaced';
comment on column regions.bps_import.imported_by is 'P1 · who imported it';
comment on column regions.bps_import.imported_at is 'P1 · when';
comment on column regions.bps_import.version is 'P0 · optimistic version';
create unique index bps_import_current on regions.bps_import (tenant) where state = 'current';
select platform.protect('regions.bps_import', 'tenant');
create policy readers on regions.bps_import for select to simpul_app
  using ((select accounts.can('regions.read')));
create policy importers on regions.bps_import for insert to simpul_app
  with check ((select accounts.can('regions.manage')) and imported_by = (select platform.actor()));
create policy replacers on regions.bps_import for update to simpul_app
  using ((select accounts.can('regions.manage'))) with check ((select accounts.can('regions.manage')));

create table regions.bps_crosswalk (
  tenant text not null references platform.tenant (code),
  import uuid not null references regions.bps_import (id),
  bps_code text collate "C" not null check (bps_code ~ '^\d{2}(\d{2}(\d{3}(\d{3})?)?)?$'),
  code text collate "C" not null references regions.area (code),
  bps_name text not null,
  primary key (import, bps_code),
  unique (import, code)
);
comment on table regions.bps_crosswalk is 'Rows of the imported crosswalks, each checked by name before any was stored.';
comment on column regions.bps_crosswalk.tenant is 'P0 · tenant';
comment on column regions.bps_crosswalk.import is 'P1 · import it belongs to';
comment on column regions.bps_crosswalk.bps_code is 'P0 · BPS code, digits as text';
comment on column regions.bps_crosswalk.code is 'P0 · Kemendagri code';
comment on column regions.bps_crosswalk.bps_name is 'P0 · name in the file';
create index on regions.bps_crosswalk (tenant);
create index on regions.bps_crosswalk (code);
select platform.protect('regions.bps_crosswalk', 'append');
create policy readers on regions.bps_crosswalk for select to simpul_app
  using ((select accounts.can('regions.read')));
create policy importers on regions.bps_crosswalk for insert to simpul_app
  with check ((select accounts.can('regions.manage')));
