-- Long work: what runs, how far it is, whether somebody asked it to stop. The queue itself belongs to
-- simpul_worker (schema graphile_worker); platform.enqueue() is made in jobs/queue.ts, owned by that login.

create table platform.task (name text primary key check (name ~ '^[a-z_]+\.[a-z_]+$'));
comment on table platform.task is 'Tasks that exist, kept in step with server/src/tasks.ts at start: nothing else can be queued.';
comment on column platform.task.name is 'P0 · module.task';
select platform.protect('platform.task', 'reference');

create table platform.job (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  task text not null,
  ids jsonb not null,
  actor uuid not null,
  agency uuid,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer,
  cancel_requested boolean not null default false,
  error_code text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
comment on table platform.job is 'Long work with progress; ids only, never personal data.';
comment on column platform.job.id is 'P1 · id';
comment on column platform.job.tenant is 'P0 · tenant';
comment on column platform.job.task is 'P0 · name of the task';
comment on column platform.job.ids is 'P1 · what it works on, by id';
comment on column platform.job.actor is 'P1 · who started it';
comment on column platform.job.agency is 'P1 · for which agency';
comment on column platform.job.state is 'P1 · queued, running, done, failed, cancelled';
comment on column platform.job.done is 'P1 · units done';
comment on column platform.job.total is 'P1 · units in all, when known';
comment on column platform.job.cancel_requested is 'P1 · somebody asked it to stop';
comment on column platform.job.error_code is 'P1 · code of a failure';
comment on column platform.job.created_at is 'P1 · queued at';
comment on column platform.job.started_at is 'P1 · began at';
comment on column platform.job.finished_at is 'P1 · ended at';
create index on platform.job (tenant, created_at desc);
create index on platform.job (actor, created_at desc);
select platform.protect('platform.job', 'tenant');
create policy mine on platform.job to simpul_app
  using (actor = (select platform.actor())) with check (actor = (select platform.actor()));
create policy our_agency on platform.job for select to simpul_app using (agency = (select platform.agency()));
create policy overseen on platform.job to simpul_app
  using ((select accounts.can('jobs.read'))) with check ((select accounts.can('jobs.read')));
