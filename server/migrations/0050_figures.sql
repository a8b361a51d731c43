-- Figures: numbers that carry unit, source, as-of date, counting rule and status set; never overwritten.

create schema figures;
comment on schema figures is 'Agreed and published figures with their provenance.';
grant usage on schema figures to simpul_app;

create table figures.figure (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  kind text not null check (kind in ('agreed', 'published')),
  key text,
  series text,
  topic text not null default 'trafficking' check (topic in ('trafficking', 'violence')),
  measure text not null,
  unit text not null check (unit in
    ('case', 'victim', 'victim_type', 'suspect', 'perpetrator', 'relation', 'report', 'service', 'person', 'percent', 'unclear')),
  area_code text collate "C" not null check (area_code ~ '^(id|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$'),
  area_name text not null,
  year integer,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  as_of date,
  dimensions jsonb not null default '{}',
  value numeric not null check (value >= 0),
  year_basis text,
  counting_rule text not null,
  status_set text,
  source text not null,
  source_title text,
  source_day date,
  source_url text,
  secondary boolean not null default false,
  reading text check (reading in ('primary', 'conflicting', 'context')),
  conflicts_with text[] not null default '{}',
  note text,
  round uuid,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  superseded_at timestamptz,
  superseded_by uuid references figures.figure (id),
  superseded_reason text,
  check (kind <> 'agreed' or (round is not null and as_of is not null and year is not null)),
  check (kind <> 'published' or (source_title is not null and reading is not null)),
  check ((superseded_at is null) = (superseded_reason is null))
);
comment on table figures.figure is 'One number. An agreed figure comes out of a clearing round; a published one was printed by somebody else and stands beside it.';
comment on column figures.figure.id is 'P1 · id';
comment on column figures.figure.tenant is 'P0 · tenant';
comment on column figures.figure.kind is 'P0 · agreed or published';
comment on column figures.figure.key is 'P0 · key in the collection it was loaded from, empty when entered by hand';
comment on column figures.figure.series is 'P0 · figures of one series are read one after another';
comment on column figures.figure.topic is 'P0 · trafficking, or violence against women and children';
comment on column figures.figure.measure is 'P0 · what is counted: cases, victims, violence_victims, ...';
comment on column figures.figure.unit is 'P0 · counting unit';
comment on column figures.figure.area_code is 'P0 · area (Kemendagri) or id for the nation';
comment on column figures.figure.area_name is 'P0 · name of the area';
comment on column figures.figure.year is 'P0 · counting year, empty when the period is not within one';
comment on column figures.figure.period_from is 'P0 · first day counted';
comment on column figures.figure.period_to is 'P0 · last day counted';
comment on column figures.figure.as_of is 'P0 · state of knowledge, empty where the source does not say';
comment on column figures.figure.dimensions is 'P1 · values of a breakdown by attribute; one attribute at a time for agreed figures';
comment on column figures.figure.value is 'P1 · the number';
comment on column figures.figure.year_basis is 'P0 · which date the year was taken from';
comment on column figures.figure.counting_rule is 'P0 · how it was counted, a code or the words of the source';
comment on column figures.figure.status_set is 'P0 · which victim statuses are in';
comment on column figures.figure.source is 'P0 · who says so';
comment on column figures.figure.source_title is 'P0 · title of the page or paper';
comment on column figures.figure.source_day is 'P0 · day it appeared';
comment on column figures.figure.source_url is 'P0 · where it was published';
comment on column figures.figure.secondary is 'P0 · a copy of a fact, such as a press page';
comment on column figures.figure.reading is 'P0 · primary, conflicting or context';
comment on column figures.figure.conflicts_with is 'P0 · keys of figures that say something else';
comment on column figures.figure.note is 'P0 · what a reader must know';
comment on column figures.figure.round is 'P1 · clearing round';
comment on column figures.figure.entered_by is 'P1 · who entered or agreed it, empty when it came with Simpul';
comment on column figures.figure.entered_at is 'P1 · when';
comment on column figures.figure.superseded_at is 'P1 · when another took its place';
comment on column figures.figure.superseded_by is 'P1 · the one that took its place';
comment on column figures.figure.superseded_reason is 'P1 · why';
create index on figures.figure (tenant, kind, measure, year);
create index on figures.figure (tenant, entered_at, id);
create index on figures.figure (round);
create index on figures.figure (superseded_by);
create unique index one_figure_by_key on figures.figure (tenant, key) where superseded_at is null;
select platform.protect('figures.figure', 'tenant');
create policy readers on figures.figure for select to simpul_app
  using ((select accounts.can('figures.read')) or (select accounts.can('figures.manage')));
create policy publish on figures.figure for insert to simpul_app
  with check (((select accounts.can('figures.manage')) and kind = 'published'
               or (select accounts.can('clearing.round')) and kind = 'agreed')
              and entered_by = (select platform.actor()));
-- Only the columns of succession ever change (trigger below): agreed figures by a new round, published ones by hand.
create policy supersede on figures.figure for update to simpul_app
  using (((select accounts.can('figures.manage')) and kind = 'published') or ((select accounts.can('clearing.round')) and kind = 'agreed'))
  with check (((select accounts.can('figures.manage')) and kind = 'published') or ((select accounts.can('clearing.round')) and kind = 'agreed'));

create function figures.keep_number() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if (to_jsonb(new) - 'superseded_at' - 'superseded_by' - 'superseded_reason')
     <> (to_jsonb(old) - 'superseded_at' - 'superseded_by' - 'superseded_reason')
     or old.superseded_at is not null then
    raise exception 'a figure is superseded, never changed' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function figures.keep_number() is 'A figure may be marked as superseded once; nothing else of it changes.';
create trigger keep_number before update on figures.figure for each row execute function figures.keep_number();

-- ---------------------------------------------------------------------------------------------------

create table figures.breakdown (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  key text,
  total uuid references figures.figure (id),
  stated numeric,
  note text,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  check ((total is null) <> (stated is null)),
  unique (tenant, key)
);
comment on table figures.breakdown is 'A total and the parts its source itemises; whether they add up is computed, and a gap carries a note (domain.md 3.24-10).';
comment on column figures.breakdown.id is 'P0 · id';
comment on column figures.breakdown.tenant is 'P0 · tenant';
comment on column figures.breakdown.key is 'P0 · key in the collection it was loaded from';
comment on column figures.breakdown.total is 'P0 · figure the parts belong to';
comment on column figures.breakdown.stated is 'P0 · total the source only mentions';
comment on column figures.breakdown.note is 'P0 · why the parts do not add up';
comment on column figures.breakdown.entered_by is 'P1 · who entered it, empty when it came with Simpul';
comment on column figures.breakdown.entered_at is 'P1 · when';
create index on figures.breakdown (total);
select platform.protect('figures.breakdown', 'append');
create policy readers on figures.breakdown for select to simpul_app using ((select accounts.can('figures.read')));
create policy enter on figures.breakdown for insert to simpul_app
  with check ((select accounts.can('figures.manage')) and entered_by = (select platform.actor()));

create table figures.breakdown_part (
  breakdown uuid not null references figures.breakdown (id),
  figure uuid not null references figures.figure (id),
  tenant text not null references platform.tenant (code),
  position integer not null,
  primary key (breakdown, figure)
);
comment on table figures.breakdown_part is 'One part of a breakdown.';
comment on column figures.breakdown_part.breakdown is 'P0 · breakdown';
comment on column figures.breakdown_part.figure is 'P0 · part';
comment on column figures.breakdown_part.tenant is 'P0 · tenant';
comment on column figures.breakdown_part.position is 'P0 · order in the source';
create index on figures.breakdown_part (figure);
select platform.protect('figures.breakdown_part', 'append');
create policy readers on figures.breakdown_part for select to simpul_app using ((select accounts.can('figures.read')));
create policy enter on figures.breakdown_part for insert to simpul_app
  with check ((select accounts.can('figures.manage')));

-- ---------------------------------------------------------------------------------------------------

create table figures.disclosure_rule (
  class text primary key check (class in ('P0', 'P1')),
  threshold integer not null check (threshold >= 2),
  basis text not null
);
comment on table figures.disclosure_rule is 'Counts of 1 to threshold are hidden in tables of this class. Policy, therefore data.';
comment on column figures.disclosure_rule.class is 'P0 · P0 public, P1 internal (TERBATAS)';
comment on column figures.disclosure_rule.threshold is 'P0 · counts of 1 to this are hidden';
comment on column figures.disclosure_rule.basis is 'P0 · decision it follows';
select platform.protect('figures.disclosure_rule', 'reference');
insert into figures.disclosure_rule (class, threshold, basis) values
  ('P0', 9, 'Keputusan rancangan: tabel untuk umum menyembunyikan 1 sampai 9'),
  ('P1', 4, 'Keputusan rancangan: tabel TERBATAS menyembunyikan 1 sampai 4');
