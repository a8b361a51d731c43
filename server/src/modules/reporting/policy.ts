import { mayFollow, type ReportAct } from '@simpul/contract/reporting/codes';
import type { ReportView } from '@simpul/contract/reporting/report';
import type { Ctx } from '../../platform/context.ts';
import type { ReportRow } from './report-store.ts';

export const mayDraft = (ctx: Ctx): boolean => ctx.can('reporting.draft');
export const maySign = (ctx: Ctx): boolean => ctx.can('reporting.sign');

/** What the person may do with a report in the state it is in. */
export function abilitiesOn(ctx: Ctx, r: Pick<ReportRow, 'state'>): ReportView['can'] {
  const may = (act: ReportAct) => (act === 'sign' ? maySign(ctx) : mayDraft(ctx)) && mayFollow(act, r.state);
  return {
    write: may('write'),
    refresh: may('refresh'),
    freeze: may('freeze'),
    reopen: may('reopen'),
    sign: may('sign'),
    submit: may('submit'),
    withdraw: may('withdraw'),
  };
}

/** Office under which a report is signed; a person never signs as a name. */
const signingOffices: Record<string, string> = {
  tf_chair: 'Ketua Gugus Tugas PP-TPPO',
  tf_executive_chair: 'Ketua Harian Gugus Tugas PP-TPPO',
};

export const signingOffice = (ctx: Ctx): string => {
  const role = ctx.actor.roles.find((r) => r in signingOffices);
  return `${role === undefined ? 'Gugus Tugas PP-TPPO' : signingOffices[role]} ${ctx.actor.tenantName}`;
};
