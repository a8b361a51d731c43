-- Wrapped keys, and the chain that seals the audit trail.

create table platform.tenant_key (
  tenant text not null references platform.tenant (code),
  version integer not null check (version >= 1),
  wrapped bytea not null check (length(wrapped) = 65),
  created_at timestamptz not null default now(),
  primary key (tenant, version)
);
comment on table platform.tenant_key is 'A tenant''s own key, wrapped by the master key outside the database. The highest version wraps; older ones open what is not re-wrapped yet.';
comment on column platform.tenant_key.tenant is 'P0 · tenant';
comment on column platform.tenant_key.version is 'P0 · version, named inside the keys it wraps';
comment on column platform.tenant_key.wrapped is 'P5 · the key under the master key (AES-256-GCM, bound to tenant and version)';
comment on column platform.tenant_key.created_at is 'P0 · when it came into use';
select platform.protect('platform.tenant_key', 'tenant', 'select, insert');
create policy opened_by_the_server on platform.tenant_key to simpul_app
  using ((select platform.actor()) is not null) with check ((select platform.actor()) is not null);

create table platform.data_key (
  tenant text not null references platform.tenant (code),
  kind text not null check (kind in ('person', 'case', 'row', 'file', 'tokens')),
  subject_id text not null check (length(subject_id) between 1 and 100),
  version integer not null default 1 check (version between 1 and 65535),
  wrapped bytea not null check (length(wrapped) = 65),
  created_at timestamptz not null default now(),
  primary key (tenant, kind, subject_id)
);
comment on table platform.data_key is 'One random key per person, case, imported row, file or token column; removing the row erases what the key sealed.';
comment on column platform.data_key.tenant is 'P0 · tenant';
comment on column platform.data_key.kind is 'P1 · what the key seals';
comment on column platform.data_key.subject_id is 'P2 · random id of the person, case, row or file';
comment on column platform.data_key.version is 'P0 · version named inside the values it sealed';
comment on column platform.data_key.wrapped is 'P5 · the key under the tenant''s key (AES-256-GCM, bound to tenant, kind and subject)';
comment on column platform.data_key.created_at is 'P1 · when it was made';
select platform.protect('platform.data_key', 'tenant', 'select, insert');
create policy opened_by_the_server on platform.data_key to simpul_app
  using ((select platform.actor()) is not null) with check ((select platform.actor()) is not null);

create table platform.destroyed_key (
  tenant text not null references platform.tenant (code),
  kind text not null,
  subject_id text not null,
  reason text not null check (reason ~ '^[a-z_]+$'),
  actor uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, kind, subject_id)
);
comment on table platform.destroyed_key is 'Keys that were destroyed: no new key is made for the same subject, and an old backup does not bring one back.';
comment on column platform.destroyed_key.tenant is 'P0 · tenant';
comment on column platform.destroyed_key.kind is 'P1 · what the key sealed';
comment on column platform.destroyed_key.subject_id is 'P2 · random id of the person, case, row or file';
comment on column platform.destroyed_key.reason is 'P1 · code of the reason (retention, request)';
comment on column platform.destroyed_key.actor is 'P1 · account that ordered it, empty for the owner';
comment on column platform.destroyed_key.at is 'P1 · when';
select platform.protect('platform.destroyed_key', 'append', 'select');
create policy known_to_the_server on platform.destroyed_key for select to simpul_app
  using ((select platform.actor()) is not null);

create function platform.refuse_destroyed() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from platform.destroyed_key d
             where d.tenant = new.tenant and d.kind = new.kind and d.subject_id = new.subject_id) then
    raise exception 'the key of this subject was destroyed' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function platform.refuse_destroyed() is 'What was erased does not come back under a new key.';
create trigger refuse_destroyed before insert on platform.data_key
  for each row execute function platform.refuse_destroyed();

-- Only the worker erases: a flaw in the request path can then not destroy what it cannot read.
create function platform.destroy_key(key_kind text, subject text, why text) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  mine text := platform.tenant();
begin
  if mine is null then raise exception 'no signed context' using errcode = '42501'; end if;
  delete from platform.data_key k where k.tenant = mine and k.kind = key_kind and k.subject_id = subject;
  if not found then return false; end if;
  insert into platform.destroyed_key (tenant, kind, subject_id, reason, actor)
  values (mine, key_kind, subject, why, platform.actor());
  return true;
end $$;
comment on function platform.destroy_key(text, text, text) is 'Removes a data key of the context''s tenant for ever and remembers that it did.';
revoke execute on function platform.destroy_key(text, text, text) from public;
grant execute on function platform.destroy_key(text, text, text) to simpul_worker;

-- ---------------------------------------------------------------------------------------------------
-- Sealing. A row of the trail queues itself; the sealer sees it once its transaction committed, however late,
-- so nothing is skipped and no order of numbers has to be trusted.

create table audit.unsealed (
  entry_id bigint primary key references audit.entry (id)
);
comment on table audit.unsealed is 'Rows of the trail that wait for the sealer, normally for less than a second.';
comment on column audit.unsealed.entry_id is 'P1 · row of the trail';
select platform.protect('audit.unsealed', 'internal');

create table audit.seal (
  position bigint primary key check (position >= 1),
  entry_id bigint not null unique references audit.entry (id),
  row_mac bytea not null check (length(row_mac) = 32),
  chain_mac bytea not null check (length(chain_mac) = 32),
  key_version integer not null,
  sealed_at timestamptz not null
);
comment on table audit.seal is 'The chain over the committed trail: HMAC-SHA256 under a key outside the database.';
comment on column audit.seal.position is 'P0 · place in the chain, without gaps';
comment on column audit.seal.entry_id is 'P1 · row of the trail';
comment on column audit.seal.row_mac is 'P0 · HMAC of the row';
comment on column audit.seal.chain_mac is 'P0 · HMAC of place, time, row and the chain so far';
comment on column audit.seal.key_version is 'P0 · version of the master key behind the HMAC key';
comment on column audit.seal.sealed_at is 'P0 · when it was sealed';
select platform.protect('audit.seal', 'internal');

create trigger refuse_change before update or delete on audit.seal
  for each row execute function platform.refuse_change();

create function audit.queue_for_sealing() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into audit.unsealed (entry_id) values (new.id);
  return null;
end $$;
comment on function audit.queue_for_sealing() is 'Every new row of the trail waits for the sealer.';
create trigger queue_for_sealing after insert on audit.entry
  for each row execute function audit.queue_for_sealing();

/* One form of a row for sealing and verifying: text that does not depend on session settings. */
create type audit.canonical as (
  entry_id bigint, fields text[],
  position bigint, row_mac bytea, chain_mac bytea, key_version integer, sealed_at_us bigint, written_at_us bigint
);
comment on type audit.canonical is 'A row of the trail as text fields in a fixed order, with its seal where it has one.';

create function audit.fields_of(e audit.entry) returns text[]
  language sql immutable set search_path = ''
  return array[
    e.id::text, e.tenant, ((extract(epoch from e.at) * 1000000)::bigint)::text, e.actor::text, e.agency::text,
    e.request_id, e.action, e.outcome, e.subject_kind, e.subject_id, e.sensitivity, e.purpose,
    e.item_count::text, encode(e.set_hash, 'hex'), e.detail::text, e.xid::text
  ];
comment on function audit.fields_of(audit.entry) is 'Every column of a row of the trail, in a fixed order.';

create function audit.chain_head() returns table (last_position bigint, last_mac bytea)
  language sql stable security definer set search_path = ''
begin atomic
  select position, chain_mac from audit.seal order by position desc limit 1;
end;
comment on function audit.chain_head() is 'The last seal, nothing where the chain is empty.';

create function audit.take_unsealed(most integer) returns setof audit.canonical
  language sql volatile security definer set search_path = ''
begin atomic
  -- One sealer at a time: two server processes may both run one.
  select pg_advisory_xact_lock(hashtext('simpul-audit-seal'));
  with taken as (
    delete from audit.unsealed u
    where u.entry_id in (select w.entry_id from audit.unsealed w order by w.entry_id limit most)
    returning u.entry_id
  )
  select e.id, audit.fields_of(e), null::bigint, null::bytea, null::bytea, null::integer, null::bigint,
         (extract(epoch from e.at) * 1000000)::bigint
  from taken t join audit.entry e on e.id = t.entry_id
  order by e.id;
end;
comment on function audit.take_unsealed(integer) is 'Takes committed rows out of the queue; the caller seals them in the same transaction.';

create function audit.add_seals(
  first_position bigint, entry_ids bigint[], row_macs bytea[], chain_macs bytea[], version integer, at_us bigint
) returns void
  language sql volatile security definer set search_path = ''
begin atomic
  insert into audit.seal (position, entry_id, row_mac, chain_mac, key_version, sealed_at)
  select first_position + s.n - 1, s.entry_id, s.row_mac, s.chain_mac, version,
         'epoch'::timestamptz + at_us * interval '1 microsecond'
  from unnest(entry_ids, row_macs, chain_macs) with ordinality as s (entry_id, row_mac, chain_mac, n);
end;
comment on function audit.add_seals(bigint, bigint[], bytea[], bytea[], integer, bigint) is 'Appends seals to the chain; a seal made without the key is found by simpul audit verify.';

create function audit.sealed_rows(after_position bigint, most integer) returns setof audit.canonical
  language sql stable security definer set search_path = ''
begin atomic
  select s.entry_id, case when e.id is null then null else audit.fields_of(e) end,
         s.position, s.row_mac, s.chain_mac, s.key_version,
         (extract(epoch from s.sealed_at) * 1000000)::bigint, (extract(epoch from e.at) * 1000000)::bigint
  from audit.seal s left join audit.entry e on e.id = s.entry_id
  where s.position > after_position order by s.position limit most;
end;
comment on function audit.sealed_rows(bigint, integer) is 'The chain in order, a page at a time, with the rows it seals.';

create function audit.rows_without_seal(older_than interval, most integer)
  returns table (entry_id bigint, written_at_us bigint, queued boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select e.id, (extract(epoch from e.at) * 1000000)::bigint, u.entry_id is not null
  from audit.entry e
  left join audit.seal s on s.entry_id = e.id
  left join audit.unsealed u on u.entry_id = e.id
  where s.entry_id is null and (u.entry_id is null or e.at < clock_timestamp() - older_than)
  order by e.id limit most;
end;
comment on function audit.rows_without_seal(interval, integer) is 'Rows the sealer should have sealed by now, and rows that never queued for it.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'audit.chain_head()', 'audit.take_unsealed(integer)',
    'audit.add_seals(bigint,bigint[],bytea[],bytea[],integer,bigint)',
    'audit.sealed_rows(bigint,integer)', 'audit.rows_without_seal(interval,integer)'
  ]::regprocedure[] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to simpul_worker', f);
  end loop;
end $$;
grant usage on schema audit to simpul_worker;
