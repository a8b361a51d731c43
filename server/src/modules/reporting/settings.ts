import type { z } from 'zod';
import type {
  ChangePaperSettings,
  PaperSettings,
  PaperSettingsView,
} from '@simpul/contract/reporting/report';
import type { Letterhead } from '@simpul/contract/reporting/content';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { templatesInUse } from './templates.ts';

const isProvince = (tenant: string) => /^\d{2}$/.test(tenant);

/** How papers look before the office says otherwise. No emblem is invented; the template leaves its place free. */
function defaults({ actor }: Ctx): PaperSettings {
  const province = isProvince(actor.tenant);
  return {
    authority: [
      (province ? `Pemerintah Provinsi ${actor.tenantName}` : `Pemerintah ${actor.tenantName}`).toUpperCase(),
    ],
    office: ['GUGUS TUGAS PENCEGAHAN DAN PENANGANAN', 'TINDAK PIDANA PERDAGANGAN ORANG'],
    address: '',
    place: '',
    addressee: province ? `Gubernur ${actor.tenantName}` : `Kepala daerah ${actor.tenantName}`,
    copies: province
      ? [
          `Wakil Gubernur ${actor.tenantName}`,
          `Sekretaris Daerah Provinsi ${actor.tenantName}`,
          'Kepala Bappeda',
          'Gugus Tugas Pusat PP-TPPO',
        ]
      : ['Sekretaris Daerah', 'Gugus Tugas Provinsi PP-TPPO'],
    numberPattern: '{urut}/GT-TPPO/{tahun}',
  };
}

async function find(ctx: Ctx): Promise<PaperSettings & { version: number }> {
  const found = await ctx.client.query<PaperSettings & { version: number }>(
    `select authority, office, address, place, addressee, copies, number_pattern as "numberPattern", version
       from reporting.setting where tenant = $1`,
    [ctx.actor.tenant],
  );
  return found.rows[0] ?? { ...defaults(ctx), version: 0 };
}

export async function letterheadOf(ctx: Ctx): Promise<Letterhead> {
  const { authority, office, address, place, addressee, copies } = await find(ctx);
  return { authority, office, address, place, addressee, copies };
}

export const numberPatternOf = async (ctx: Ctx): Promise<string> => (await find(ctx)).numberPattern;

export async function getPaperSettings(ctx: Ctx): Promise<PaperSettingsView> {
  const can = { change: ctx.can('reporting.draft') };
  return { ...(await find(ctx)), templates: await templatesInUse(ctx), can };
}

export async function changePaperSettings(ctx: Ctx, s: z.infer<typeof ChangePaperSettings>): Promise<Ref> {
  const done = await ctx.client.query<{ version: number }>(
    `insert into reporting.setting (tenant, authority, office, address, place, addressee, copies, number_pattern, changed_by, changed_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 where $11 = 0
     on conflict do nothing returning version`,
    [...valuesOf(ctx, s), s.version],
  );
  const updated =
    done.rows[0] ??
    (
      await ctx.client.query<{ version: number }>(
        `update reporting.setting set authority = $2, office = $3, address = $4, place = $5, addressee = $6, copies = $7,
                number_pattern = $8, changed_by = $9, changed_at = $10, version = version + 1
          where tenant = $1 and version = $11 returning version`,
        [...valuesOf(ctx, s), s.version],
      )
    ).rows[0];
  if (!updated) throw new AppError('stale_version');
  await ctx.audit({ action: 'reporting.change_settings', detail: { version: updated.version } });
  return { id: ctx.actor.tenant, version: updated.version };
}

const valuesOf = (ctx: Ctx, s: PaperSettings): unknown[] => [
  ctx.actor.tenant,
  s.authority,
  s.office,
  s.address,
  s.place,
  s.addressee,
  s.copies,
  s.numberPattern,
  ctx.actor.id,
  new Date(ctx.clock.now().epochMilliseconds),
];
