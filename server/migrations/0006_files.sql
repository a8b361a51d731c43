-- What is known of a sealed file; its content lies on disk under its random id.

create table platform.file (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  agency uuid,
  kind text not null,
  mime text not null,
  bytes bigint not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz
);
comment on table platform.file is 'One sealed file. Names given by people are not kept: they may hold a name.';
comment on column platform.file.id is 'P1 · random id, also the name on disk';
comment on column platform.file.tenant is 'P0 · tenant';
comment on column platform.file.agency is 'P1 · agency that brought it';
comment on column platform.file.kind is 'P1 · kind by content';
comment on column platform.file.mime is 'P1 · media type by content';
comment on column platform.file.bytes is 'P1 · size';
comment on column platform.file.sha256 is 'P2 · hash of the content as it came in';
comment on column platform.file.uploaded_by is 'P1 · who brought it';
comment on column platform.file.uploaded_at is 'P1 · when';
comment on column platform.file.removed_at is 'P1 · when its content was removed';
create index on platform.file (tenant, agency, uploaded_at desc);
select platform.protect('platform.file', 'tenant');
create policy brought_by_us on platform.file to simpul_app
  using (uploaded_by = (select platform.actor()) or agency = (select platform.agency()))
  with check (uploaded_by = (select platform.actor()) or agency = (select platform.agency()));
