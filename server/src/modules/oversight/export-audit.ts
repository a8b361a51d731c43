import type { AuditFilter, AuditLine } from '@simpul/contract/platform/audit';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { exportLines } from './audit-reads.ts';

const header = [
  'nomor', 'waktu', 'pelaku', 'id_pelaku', 'lembaga', 'tindakan', 'hasil', 'jenis_objek', 'id_objek', 'kelas',
  'tujuan', 'jumlah', 'rincian', 'id_permintaan',
] as const; // prettier-ignore

const cells = (l: AuditLine) => [
  l.id, l.at, l.actorName, l.actorId, l.agencyName, l.action, l.outcome, l.subjectKind, l.subjectId, l.sensitivity,
  l.purpose, l.itemCount, JSON.stringify(l.detail), l.requestId,
]; // prettier-ignore

/** The trail as CSV; taking it out is itself a line of the trail. */
export async function exportAudit(ctx: Ctx, filter: AuditFilter): Promise<File> {
  const lines = await exportLines(ctx, filter);
  await ctx.audit({
    action: 'audit.export',
    sensitivity: 'P2',
    read: lines.map((l) => String(l.id)),
    detail: { from: filter.from ?? null, to: filter.to ?? null, action: filter.action ?? null },
  });
  const options = { header, ...(ctx.services.kind === 'demo' ? { mark: 'DATA CONTOH' } : {}) };
  const body = Buffer.concat(await writeCsv(lines.map(cells), options).toArray());
  const today = dayIn(ctx.actor.zone, ctx.clock.now());
  return new File([body], `jejak-audit-${ctx.actor.tenant}-${today}.csv`, { type: 'text/csv' });
}
