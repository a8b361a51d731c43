-- The platform: who is asking (a signed context), and tables that cannot be born unprotected.

create schema platform;
comment on schema platform is 'Mechanism without meaning: signed context, protection of tables, migrations, idempotency, jobs.';
grant usage on schema platform to simpul_app, simpul_stats, simpul_auth;

-- ---------------------------------------------------------------------------------------------------
-- Maintenance: the owner is neither superuser nor BYPASSRLS and sees rows only inside these acts, and
-- inside its own SECURITY DEFINER functions when another login calls them (then session and current user differ).

create function platform.maintenance() returns boolean
  language sql stable set search_path = ''
  return coalesce(current_setting('simpul.maintenance', true), '') in ('migrate', 'backup', 'restore', 'rotate')
         or session_user <> current_user;
comment on function platform.maintenance() is 'True for the owner inside migrate, backup, restore and rotate, and in definer functions called by another login.';

-- ---------------------------------------------------------------------------------------------------
-- The signed context. `simpul.context` holds
--   v1|actor|tenant|agency|purpose|backend pid|expiry (epoch seconds)|key version|hex HMAC-SHA256
-- set by the server in each transaction. The key lies in a table `app` cannot read, prepared as the two
-- padded blocks of RFC 2104, so that HMAC needs nothing but sha256().

create table platform.context_key (
  version integer primary key,
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64),
  created_at timestamptz not null default now()
);
comment on table platform.context_key is 'Keys that sign the actor context; readable by nobody but definer functions.';
comment on column platform.context_key.version is 'P0 · version named in the context';
comment on column platform.context_key.inner_pad is 'P5 · key xor ipad (RFC 2104)';
comment on column platform.context_key.outer_pad is 'P5 · key xor opad (RFC 2104)';
comment on column platform.context_key.created_at is 'P0 · when the key came into use';

create function platform.verified_context() returns text[]
  language plpgsql stable security definer
  set search_path = ''
as $$
declare
  raw text := current_setting('simpul.context', true);
  parts text[];
  pads record;
begin
  if raw is null or raw = '' then return null; end if;
  parts := string_to_array(raw, '|');
  if cardinality(parts) <> 9 or parts[1] <> 'v1' then return null; end if;
  if parts[6] <> pg_backend_pid()::text then return null; end if;
  if parts[7] !~ '^\d{1,12}$' or parts[8] !~ '^\d{1,6}$' or parts[9] !~ '^[0-9a-f]{64}$' then return null; end if;
  if parts[7]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
  select inner_pad, outer_pad into pads from platform.context_key where version = parts[8]::integer;
  if not found then return null; end if;
  if sha256(pads.outer_pad || sha256(pads.inner_pad
       || convert_to(array_to_string(parts[1:8], '|'), 'UTF8'))) <> decode(parts[9], 'hex') then
    return null;
  end if;
  return parts;
end $$;
comment on function platform.verified_context() is 'The parts of the signed context, or null when it is missing, foreign, expired or forged.';

create function platform.actor() returns uuid language sql stable set search_path = ''
  return ((platform.verified_context())[2])::uuid;
comment on function platform.actor() is 'Who is asking, or null.';
create function platform.tenant() returns text language sql stable set search_path = ''
  return (platform.verified_context())[3];
comment on function platform.tenant() is 'The tenant (area code of the task force) of the request, or null.';
create function platform.agency() returns uuid language sql stable set search_path = ''
  return nullif((platform.verified_context())[4], '')::uuid;
comment on function platform.agency() is 'The agency the person acts for, or null.';
create function platform.purpose() returns text language sql stable set search_path = ''
  return nullif((platform.verified_context())[5], '');
comment on function platform.purpose() is 'The declared purpose of reading identity (P3 and above), or null.';

-- ---------------------------------------------------------------------------------------------------
-- protect(): every table passes through here, in the migration that makes it.

create function platform.keep_tenant() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.tenant is distinct from old.tenant then
    raise exception 'a row stays with its tenant' using errcode = '42501';
  end if;
  if new.tenant is null then new.tenant := platform.tenant(); end if;
  return new;
end $$;
comment on function platform.keep_tenant() is 'Fills the tenant of a new row and refuses to move a row to another tenant.';

create function platform.refuse_change() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if current_setting('simpul.maintenance', true) in ('restore', 'rotate') and current_user = session_user
     and not pg_has_role(current_user, 'simpul_app', 'usage') then
    return coalesce(new, old);
  end if;
  raise exception 'this history only grows' using errcode = '42501';
end $$;
comment on function platform.refuse_change() is 'Append-only tables: corrections supersede, never overwrite.';

create function platform.protect(target regclass, kind text, grants text default null) returns void
  language plpgsql set search_path = ''
as $$
begin
  if kind not in ('tenant', 'append', 'reference', 'internal') then
    raise exception 'protect: unknown kind %, use tenant, append, reference or internal', kind;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_maintenance on %s to %I using ((select platform.maintenance())) with check ((select platform.maintenance()))',
    target, current_user);
  if kind = 'internal' then return; end if;
  if kind = 'reference' then
    execute format('create policy readable_by_all on %s for select to simpul_app, simpul_auth, simpul_stats using (true)', target);
    execute format('grant select on %s to simpul_app, simpul_auth, simpul_stats', target);
    return;
  end if;
  execute format('create policy own_tenant on %s as restrictive to simpul_app using (tenant = (select platform.tenant())) with check (tenant = (select platform.tenant()))', target);
  execute format('create trigger keep_tenant before insert or update on %s for each row execute function platform.keep_tenant()', target);
  if kind = 'append' then
    execute format('create trigger refuse_change before update or delete on %s for each row execute function platform.refuse_change()', target);
    execute format('grant %s on %s to simpul_app', coalesce(grants, 'select, insert'), target);
  else
    execute format('grant %s on %s to simpul_app', coalesce(grants, 'select, insert, update'), target);
  end if;
end $$;
comment on function platform.protect(regclass, text, text) is
  'Forces row-level security on a table. tenant: restrictive tenant policy and trigger, the migration adds permissive need-to-know policies; append: the same, rows never change; reference: readable by all, written by migrations; internal: nobody but definer functions.';
revoke execute on function platform.protect(regclass, text, text) from public;

select platform.protect('platform.context_key', 'internal');

-- ---------------------------------------------------------------------------------------------------

create table platform.migration (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
comment on table platform.migration is 'Migrations that ran; a file never changes after it landed.';
comment on column platform.migration.name is 'P0 · file name';
comment on column platform.migration.sha256 is 'P0 · hash of the file as it ran';
comment on column platform.migration.applied_at is 'P0 · when it ran';
select platform.protect('platform.migration', 'reference');

create table platform.installation (
  single boolean primary key default true check (single),
  id uuid not null,
  kind text not null check (kind in ('demo', 'office', 'test')),
  created_at timestamptz not null default now()
);
comment on table platform.installation is 'What this database is: a demonstration never serves an office, and the other way round.';
comment on column platform.installation.single is 'P0 · one row';
comment on column platform.installation.id is 'P0 · random id of the installation';
comment on column platform.installation.kind is 'P0 · demo, office or test';
comment on column platform.installation.created_at is 'P0 · first start';
select platform.protect('platform.installation', 'reference');

create table platform.tenant (
  code text primary key check (code ~ '^(id|\d{2}(\.\d{2})?)$'),
  name text not null,
  zone text not null,
  created_at timestamptz not null default now()
);
comment on table platform.tenant is 'One task force area (nation, province, kab/kota), each its own data controller (UU 27/2022).';
comment on column platform.tenant.code is 'P0 · Kemendagri code of the area, or id for the nation';
comment on column platform.tenant.name is 'P0 · name of the area';
comment on column platform.tenant.zone is 'P0 · IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)';
comment on column platform.tenant.created_at is 'P0 · when the tenant was made';
select platform.protect('platform.tenant', 'reference');

-- ---------------------------------------------------------------------------------------------------
-- Idempotency: a reference to what a command made, never a response body.

create table platform.idempotency (
  tenant text not null references platform.tenant (code),
  actor uuid not null,
  key text not null check (length(key) between 8 and 200),
  route text not null,
  request_hash bytea not null,
  ref_id text not null,
  ref_version integer,
  created_at timestamptz not null default now(),
  primary key (tenant, actor, key)
);
comment on table platform.idempotency is 'A repeated command answers from here instead of running twice; rows older than seven days are removed.';
comment on column platform.idempotency.tenant is 'P0 · tenant';
comment on column platform.idempotency.actor is 'P1 · who sent the command';
comment on column platform.idempotency.key is 'P0 · the client''s random key';
comment on column platform.idempotency.route is 'P0 · method and path template';
comment on column platform.idempotency.request_hash is 'P2 · keyed hash of the input: the same key with another input is refused';
comment on column platform.idempotency.ref_id is 'P1 · id of what the command made or changed';
comment on column platform.idempotency.ref_version is 'P1 · its version after the command';
comment on column platform.idempotency.created_at is 'P0 · when it ran';
create index on platform.idempotency (created_at);
select platform.protect('platform.idempotency', 'tenant', 'select, insert');
create policy own_keys on platform.idempotency to simpul_app
  using (actor = (select platform.actor())) with check (actor = (select platform.actor()));
