/** The server half of a new module: tables, door, policy, reads, commands. */
import type { Names } from './names.ts';

export const migration = (n: Names): string => `-- ${n.module}: ${n.words}s.

create schema ${n.module};
comment on schema ${n.module} is 'What this module owns, in one line.';
grant usage on schema ${n.module} to simpul_app;

create table ${n.module}.${n.snake} (
  id uuid primary key,
  tenant text not null references platform.tenant (code),
  title text not null,
  note text,
  state text not null default 'open' check (state in ('open', 'closed')),
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1
);
comment on table ${n.module}.${n.snake} is 'One ${n.words}; closed, never deleted.';
comment on column ${n.module}.${n.snake}.id is 'P1 · id, made in the order of time';
comment on column ${n.module}.${n.snake}.tenant is 'P0 · tenant';
comment on column ${n.module}.${n.snake}.title is 'P1 · what it is about, never a person';
comment on column ${n.module}.${n.snake}.note is 'P1 · remark, never about a person';
comment on column ${n.module}.${n.snake}.state is 'P1 · open or closed';
comment on column ${n.module}.${n.snake}.created_by is 'P1 · who entered it';
comment on column ${n.module}.${n.snake}.created_at is 'P1 · when';
comment on column ${n.module}.${n.snake}.version is 'P0 · optimistic version';
create index on ${n.module}.${n.snake} (tenant, id);
select platform.protect('${n.module}.${n.snake}', 'tenant');
create policy readers on ${n.module}.${n.snake} for select to simpul_app
  using ((select accounts.can('${n.module}.read')));
create policy makers on ${n.module}.${n.snake} for insert to simpul_app
  with check ((select accounts.can('${n.module}.manage')) and created_by = (select platform.actor()));
create policy changers on ${n.module}.${n.snake} for update to simpul_app
  using ((select accounts.can('${n.module}.manage'))) with check ((select accounts.can('${n.module}.manage')));
`;

export const door = (
  n: Names,
): string => `/** The door of the module: other modules import from here and nowhere deeper. */
export { ${n.module}Router } from './routes.ts';
`;

export const routes = (
  n: Names,
): string => `import { ${n.module}Routes as contract } from '@simpul/contract/${n.module}/routes';
import { bind } from '../../platform/http/bind.ts';
import { close${n.Noun} } from './close-${n.kebab}.ts';
import { create${n.Noun} } from './create-${n.kebab}.ts';
import { get${n.Noun}, list${n.Nouns} } from './reads.ts';

export const ${n.module}Router = {
  list${n.Nouns}: bind(contract.list${n.Nouns}, list${n.Nouns}),
  get${n.Noun}: bind(contract.get${n.Noun}, get${n.Noun}),
  create${n.Noun}: bind(contract.create${n.Noun}, create${n.Noun}),
  close${n.Noun}: bind(contract.close${n.Noun}, close${n.Noun}),
};
`;

export const policy = (
  n: Names,
): string => `/** Who may do what with ${n.words}s, as sentences. Which rows they reach is decided by the table's policies. */
import { isClosable, type ${n.Noun}State } from '@simpul/contract/${n.module}/rules';
import type { Ctx } from '../../platform/context.ts';

/** Who keeps the list; everybody else reads it. */
export const mayManage = (ctx: Ctx): boolean => ctx.can('${n.module}.manage');

/** What the person may do with this one; the web shows no other buttons. */
export const ${n.noun}Abilities = (ctx: Ctx, one: { state: ${n.Noun}State }) => ({
  close: mayManage(ctx) && isClosable(one.state),
});
`;

export const reads = (
  n: Names,
): string => `import type { ${n.Noun}, ${n.Noun}Detail } from '@simpul/contract/${n.module}/${n.kebab}';
import type { ${n.Noun}State } from '@simpul/contract/${n.module}/rules';
import { countCap } from '@simpul/contract/paging';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { ${n.noun}Abilities } from './policy.ts';

interface ListInput {
  state?: ${n.Noun}State | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page, the newest first: ids are made in the order of time, so the last one is the cursor. */
export async function list${n.Nouns}(ctx: Ctx, { state, cursor, limit }: ListInput) {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor))
    throw new AppError('invalid', {
      errors: [{ path: 'cursor', code: 'cursor', message: 'Mulai lagi dari halaman pertama.' }],
    });
  const found = await ctx.client.query(
    \`select id, title, state, version from ${n.module}.${n.snake}
      where ($1::text is null or state = $1) and ($2::uuid is null or id < $2) order by id desc limit $3\`,
    [state ?? null, cursor ?? null, limit + 1],
  );
  const counted = await ctx.client.query(
    \`select count(*)::int as n from
      (select 1 from ${n.module}.${n.snake} where $1::text is null or state = $1 limit \${countCap + 1}) c\`,
    [state ?? null],
  );
  const items = (found.rows as ${n.Noun}[]).slice(0, limit);
  return {
    items,
    nextCursor: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    total: counted.rows[0].n as number,
  };
}

type Row = Omit<${n.Noun}Detail, 'abilities' | 'createdAt'> & { createdAt: Date };

/** One ${n.words} with what the person may do with it. */
export async function get${n.Noun}(ctx: Ctx, { id }: { id: string }): Promise<${n.Noun}Detail> {
  const found = await ctx.client.query(
    \`select id, title, note, state, version, created_at as "createdAt" from ${n.module}.${n.snake} where id = $1\`,
    [id],
  );
  const row = found.rows[0] as Row | undefined;
  if (!row) throw new AppError('not_found');
  return { ...row, createdAt: row.createdAt.toISOString(), abilities: ${n.noun}Abilities(ctx, row) };
}
`;

export const create = (n: Names): string => `import { randomUUIDv7 } from 'node:crypto';
import type { New${n.Noun} } from '@simpul/contract/${n.module}/${n.kebab}';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { mayManage } from './policy.ts';

/** Enters a ${n.words}. */
export async function create${n.Noun}(ctx: Ctx, input: New${n.Noun}): Promise<Ref> {
  if (!mayManage(ctx)) throw new AppError('forbidden');
  const id = randomUUIDv7();
  await ctx.client.query(
    \`insert into ${n.module}.${n.snake} (id, tenant, title, note, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6)\`,
    [id, ctx.actor.tenant, input.title, input.note || null, ctx.actor.id, ctx.clock.now().toString()],
  );
  await ctx.audit({ action: '${n.module}.${n.snake}.create', subject: { kind: '${n.module}.${n.snake}', id } });
  return { id, version: 1 };
}
`;

export const close = (
  n: Names,
): string => `import { isClosable, type ${n.Noun}State } from '@simpul/contract/${n.module}/rules';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { mayManage } from './policy.ts';

/** Closes a ${n.words}: takes the row, asks the rule, writes, and leaves a line in the audit trail. */
export async function close${n.Noun}(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Ref> {
  if (!mayManage(ctx)) throw new AppError('forbidden');
  const found = await ctx.client.query('select state, version from ${n.module}.${n.snake} where id = $1 for update', [id]);
  const row = found.rows[0] as { state: ${n.Noun}State; version: number } | undefined;
  if (!row) throw new AppError('not_found');
  if (row.version !== version) throw new AppError('stale_version', { params: { version: row.version } });
  if (!isClosable(row.state)) throw new AppError('wrong_state', { params: { reason: \`${n.snake}_\${row.state}\` } });
  await ctx.client.query(
    "update ${n.module}.${n.snake} set state = 'closed', version = version + 1 where id = $1",
    [id],
  );
  await ctx.audit({ action: '${n.module}.${n.snake}.close', subject: { kind: '${n.module}.${n.snake}', id } });
  return { id, version: version + 1 };
}
`;
