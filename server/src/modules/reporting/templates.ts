import { randomUUIDv7 } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { TemplateKind } from '@simpul/contract/reporting/codes';
import { templateKinds } from '@simpul/contract/reporting/codes';
import type { PaperSettingsView, RemoveTemplate, SetTemplate } from '@simpul/contract/reporting/report';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { checkTemplate } from '../../platform/documents/docx-check.ts';
import { AppError } from '../../platform/errors.ts';
import { getFile, openFiles } from '../../platform/files/tenant-files.ts';

const mostBytes = 10_000_000;

interface TemplateRow {
  id: string;
  kind: TemplateKind;
  file: string;
  setAt: Date;
}

const find = async (ctx: Ctx, kind: TemplateKind): Promise<TemplateRow | undefined> =>
  (
    await ctx.client.query<TemplateRow>(
      `select id, kind, file, set_at as "setAt" from reporting.template
        where kind = $1 and removed_at is null order by set_at desc, id desc limit 1`,
      [kind],
    )
  ).rows[0];

export async function templatesInUse(ctx: Ctx): Promise<PaperSettingsView['templates']> {
  const all = await Promise.all(templateKinds.map((kind) => find(ctx, kind)));
  return templateKinds.map((kind, i) => ({ kind, setAt: all[i]?.setAt.toISOString() ?? null }));
}

/** Id of the office's template a paper is frozen with; null for the one that comes with Simpul. */
export const currentTemplate = async (ctx: Ctx, kind: TemplateKind): Promise<string | null> =>
  (await find(ctx, kind))?.id ?? null;

/** Bytes of a template, also of one that was replaced meanwhile; undefined for the one that comes with Simpul. */
export async function templateBytes(ctx: Ctx, id: string | null): Promise<Uint8Array | undefined> {
  if (id === null) return undefined;
  const found = await ctx.client.query<{ file: string }>(
    'select file from reporting.template where id = $1',
    [id],
  );
  const file = found.rows[0]?.file;
  if (file === undefined) throw new AppError('not_found');
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  return buffer(await store.get(file));
}

/** Uses the office's own Word file from now on; everything wrong with it is said at once. */
export async function setTemplate(ctx: Ctx, { kind, file }: z.infer<typeof SetTemplate>): Promise<Ref> {
  const known = await getFile(ctx, file);
  const refuse = (code: string, message: string) =>
    new AppError('invalid', { errors: [{ path: 'file', code, message }] });
  if (known.kind !== 'docx') throw refuse('not_docx', 'Choose a Word file (.docx).');
  if (known.bytes > mostBytes)
    throw refuse('too_large', 'A template is 10 MB at most: make its pictures smaller.');
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  const problems = await checkTemplate(await buffer(await store.get(file)));
  if (problems.length > 0)
    throw new AppError('invalid', {
      errors: problems.map((p) => ({
        path: 'file',
        code: p.code,
        message: p.message.id,
        params: { ...p.params },
      })),
    });
  const id = randomUUIDv7();
  await ctx.client.query(
    `insert into reporting.template (id, tenant, kind, file, sha256, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      ctx.actor.tenant,
      kind,
      file,
      known.sha256,
      ctx.actor.id,
      new Date(ctx.clock.now().epochMilliseconds),
    ],
  );
  await ctx.audit({ action: 'reporting.set_template', subject: { kind: 'template', id }, detail: { kind } });
  return { id };
}

/** Back to the template that comes with Simpul; frozen papers keep theirs. */
export async function removeTemplate(ctx: Ctx, { kind }: z.infer<typeof RemoveTemplate>): Promise<Ref> {
  const done = await ctx.client.query<{ id: string }>(
    'update reporting.template set removed_at = $2 where kind = $1 and removed_at is null returning id',
    [kind, new Date(ctx.clock.now().epochMilliseconds)],
  );
  const id = done.rows[0]?.id;
  if (id === undefined) throw new AppError('wrong_state', { params: { reason: 'no_template' } });
  await ctx.audit({
    action: 'reporting.remove_template',
    subject: { kind: 'template', id },
    detail: { kind },
  });
  return { id };
}
