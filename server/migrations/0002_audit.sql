-- The audit trail: who did or read what, written in the transaction it tells of.

create schema audit;
comment on schema audit is 'Append-only trail; rows are sealed into a keyed chain after they committed.';
grant usage on schema audit to simpul_app, simpul_auth;

create table audit.entry (
  id bigint generated always as identity primary key,
  tenant text references platform.tenant (code),
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  agency uuid,
  request_id text not null,
  action text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  outcome text not null check (outcome in ('done', 'refused')),
  subject_kind text,
  subject_id text,
  sensitivity text check (sensitivity ~ '^P[0-5]$'),
  purpose text,
  item_count integer,
  set_hash bytea,
  detail jsonb not null default '{}',
  xid xid8 not null default pg_current_xact_id()
);
comment on table audit.entry is 'One act or one read of class P3 and above; a bulk read is one row with the hash and size of its set.';
comment on column audit.entry.id is 'P1 · number of the row, gaps are normal (rolled back acts)';
comment on column audit.entry.tenant is 'P1 · tenant, empty for acts on the installation';
comment on column audit.entry.at is 'P1 · wall clock of the database';
comment on column audit.entry.actor is 'P1 · account that acted';
comment on column audit.entry.agency is 'P1 · agency it acted for';
comment on column audit.entry.request_id is 'P1 · joins the row to the server log';
comment on column audit.entry.action is 'P1 · audit name stated by the route';
comment on column audit.entry.outcome is 'P1 · done or refused';
comment on column audit.entry.subject_kind is 'P1 · what kind of thing';
comment on column audit.entry.subject_id is 'P2 · its random id';
comment on column audit.entry.sensitivity is 'P1 · highest class that was read';
comment on column audit.entry.purpose is 'P1 · declared purpose';
comment on column audit.entry.item_count is 'P1 · size of a bulk read';
comment on column audit.entry.set_hash is 'P2 · SHA-256 of the sorted ids of a bulk read';
comment on column audit.entry.detail is 'P1 · codes and numbers only, never personal data';
comment on column audit.entry.xid is 'P0 · transaction, so that the sealer knows what has committed';
create index on audit.entry (tenant, id);
create index on audit.entry (tenant, subject_kind, subject_id);

-- Rows come in through audit.write() alone; nobody holds INSERT.
select platform.protect('audit.entry', 'append', 'select');

create function audit.write(
  request_id text, action text, outcome text, subject_kind text, subject_id text, sensitivity text,
  item_count integer, set_hash bytea, detail jsonb
) returns bigint
  language sql volatile security definer set search_path = ''
begin atomic
  insert into audit.entry (tenant, actor, agency, request_id, action, outcome, subject_kind, subject_id,
                           sensitivity, purpose, item_count, set_hash, detail)
  values (platform.tenant(), platform.actor(), platform.agency(), request_id, action, outcome, subject_kind,
          subject_id, sensitivity, platform.purpose(), item_count, set_hash, coalesce(detail, '{}'))
  returning id;
end;
comment on function audit.write(text, text, text, text, text, text, integer, bytea, jsonb) is
  'Writes one row for the person of the signed context; the actor cannot be chosen by the caller.';
revoke execute on function audit.write(text, text, text, text, text, text, integer, bytea, jsonb) from public;
grant execute on function audit.write(text, text, text, text, text, text, integer, bytea, jsonb) to simpul_app, simpul_auth;
