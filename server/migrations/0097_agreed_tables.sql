-- Tables of an agreed year are protected when the round is agreed and stored as everybody may read them. Single cells
-- stay in figures.figure for whoever clears; no other right reaches one, by raw SQL either.

create table figures.agreed_table (
  round uuid not null,
  dimension text not null,
  tenant text not null references platform.tenant (code),
  threshold integer not null check (threshold >= 2),
  outcome text not null check (outcome in ('shown', 'cells_hidden', 'total_only')),
  total integer not null,
  cells jsonb not null,
  primary key (round, dimension)
);
comment on table figures.agreed_table is 'Victims of an agreed round by one attribute, small counts hidden (domain.md 3.24-6).';
comment on column figures.agreed_table.round is 'P1 · clearing round';
comment on column figures.agreed_table.dimension is 'P0 · the attribute';
comment on column figures.agreed_table.tenant is 'P0 · tenant';
comment on column figures.agreed_table.threshold is 'P0 · counts of 1 to this are hidden';
comment on column figures.agreed_table.outcome is 'P1 · shown, cells_hidden or total_only';
comment on column figures.agreed_table.total is 'P1 · victims in all';
comment on column figures.agreed_table.cells is 'P1 · code and count, null where hidden; empty for total_only';
select platform.protect('figures.agreed_table', 'append');
create policy readers on figures.agreed_table for select to simpul_app using ((select accounts.can('figures.read')));
create policy publish on figures.agreed_table for insert to simpul_app with check ((select accounts.can('clearing.round')));

drop policy readers on figures.figure;
create policy readers on figures.figure for select to simpul_app
  using (((select accounts.can('figures.read')) or (select accounts.can('figures.manage')))
         and (kind = 'published' or dimensions = '{}' or (select accounts.can('clearing.round'))));
