-- Figures: numbers that carry unit, source, as-of date, counting rule and status set; never overwritten.

create schema figures;
comment on schema figures is 'Agreed and published figures with their provenance.';
grant usage on schema figures to simpul_app;

create table figures.figure (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  kind text not null check (kind in ('agreed', 'published')),
  measure text not null,
  unit text not null check (unit in ('case', 'victim', 'report', 'suspect', 'person')),
  area_code text not null,
  area_name text not null,
  year integer,
  period_from date,
  period_to date,
  as_of date not null,
  dimension text,
  code text,
  value bigint not null check (value >= 0),
  year_basis text,
  counting_rule text not null,
  status_set text,
  source text not null,
  source_url text,
  note text,
  round uuid,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  superseded_at timestamptz,
  superseded_reason text,
  check ((dimension is null) = (code is null)),
  check (kind <> 'agreed' or round is not null)
);
comment on table figures.figure is 'One number. An agreed figure comes out of a clearing round; a published one was printed by somebody else and stands beside it.';
comment on column figures.figure.id is 'P1 · id';
comment on column figures.figure.tenant is 'P0 · tenant';
comment on column figures.figure.kind is 'P0 · agreed or published';
comment on column figures.figure.measure is 'P0 · what is counted: cases, victims, violence_victims, ...';
comment on column figures.figure.unit is 'P0 · counting unit';
comment on column figures.figure.area_code is 'P0 · area (Kemendagri) or id for the nation';
comment on column figures.figure.area_name is 'P0 · name of the area as the source writes it';
comment on column figures.figure.year is 'P0 · counting year, empty when the period is not a year';
comment on column figures.figure.period_from is 'P0 · first day counted';
comment on column figures.figure.period_to is 'P0 · last day counted';
comment on column figures.figure.as_of is 'P0 · state of knowledge';
comment on column figures.figure.dimension is 'P1 · attribute of a breakdown, one at a time';
comment on column figures.figure.code is 'P1 · value of that attribute';
comment on column figures.figure.value is 'P1 · the number';
comment on column figures.figure.year_basis is 'P0 · which date the year was taken from';
comment on column figures.figure.counting_rule is 'P0 · how it was counted, a code or the words of the source';
comment on column figures.figure.status_set is 'P0 · which victim statuses are in';
comment on column figures.figure.source is 'P0 · who says so';
comment on column figures.figure.source_url is 'P0 · where it was published';
comment on column figures.figure.note is 'P0 · what a reader must know';
comment on column figures.figure.round is 'P1 · clearing round';
comment on column figures.figure.entered_by is 'P1 · who entered or agreed it';
comment on column figures.figure.entered_at is 'P1 · when';
comment on column figures.figure.superseded_at is 'P1 · when another took its place';
comment on column figures.figure.superseded_reason is 'P1 · why';
create index on figures.figure (tenant, kind, measure, year);
create index on figures.figure (round);
select platform.protect('figures.figure', 'tenant');
create policy readers on figures.figure for select to simpul_app
  using ((select accounts.can('figures.read')) or (select accounts.can('figures.manage')));
create policy publish on figures.figure for insert to simpul_app
  with check (((select accounts.can('figures.manage')) and kind = 'published'
               or (select accounts.can('clearing.round')) and kind = 'agreed')
              and entered_by = (select platform.actor()));
-- Only the two columns of succession ever change (trigger below).
create policy supersede on figures.figure for update to simpul_app
  using ((select accounts.can('figures.manage')) or (select accounts.can('clearing.round')))
  with check ((select accounts.can('figures.manage')) or (select accounts.can('clearing.round')));

create function figures.keep_number() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if (to_jsonb(new) - 'superseded_at' - 'superseded_reason') <> (to_jsonb(old) - 'superseded_at' - 'superseded_reason')
     or old.superseded_at is not null then
    raise exception 'a figure is superseded, never changed' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function figures.keep_number() is 'A figure may be marked as superseded once; nothing else of it changes.';
create trigger keep_number before update on figures.figure for each row execute function figures.keep_number();
