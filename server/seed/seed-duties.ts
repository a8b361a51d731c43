/** Deadlines of the demonstration: the recurring ones as everywhere, and invented cases, papers and referrals. */
import type { DutyKindCode } from '@simpul/contract/duties/kinds';
import { runDailyDuties, setDeadline } from '../src/modules/duties/index.ts';
import { actorOf, findWho } from '../src/platform/auth/who.ts';
import type { Services } from '../src/platform/context.ts';
import { runAs } from '../src/platform/run-as.ts';

interface Invented {
  kind: DutyKindCode;
  subject: { kind: string; id: string; label: string };
  /** Hours between the event and now; negative lies ahead. */
  hoursAgo: number;
}
const caseOf = (number: string, alias: string) => ({
  kind: 'case',
  id: number,
  label: `${number} · ${alias}`,
});
const days = (n: number) => n * 24;

/** One late, some due today, some this week, one set of contradictory limits: as an ordinary morning has them. */
const invented: readonly Invented[] = [
  { kind: 'referral_acknowledgement', subject: caseOf('TPPO/64.72/2026/0131', 'Cempaka'), hoursAgo: 26 },
  { kind: 'tpks_pass_to_police', subject: caseOf('TPPO/64.72/2026/0131', 'Cempaka'), hoursAgo: 68.5 },
  { kind: 'rehabilitation_start', subject: caseOf('TPPO/64.02/2026/0044', 'Ulin'), hoursAgo: days(7) },
  { kind: 'simfoni_entry', subject: caseOf('TPPO/64.74/2026/0017', 'Kenari'), hoursAgo: 0 },
  { kind: 'reintegration_visit_2', subject: caseOf('TPPO/64.71/2026/0062', 'Bangau'), hoursAgo: days(90) },
  { kind: 'first_aid_target', subject: caseOf('TPPO/64.71/2026/0108', 'Rotan'), hoursAgo: 0 },
  { kind: 'restitution_payment', subject: caseOf('TPPO/64.71/2025/0093', 'Meranti'), hoursAgo: days(5) },
  {
    kind: 'restitution_claim_in_trial',
    subject: caseOf('TPPO/64.71/2026/0029', 'Pandan'),
    hoursAgo: -days(6),
  },
  { kind: 'restitution_file_check', subject: caseOf('TPPO/64.71/2025/0093', 'Meranti'), hoursAgo: days(3) },
  {
    kind: 'data_access',
    subject: { kind: 'request', id: 'PDP-2026-04', label: 'Permintaan PDP-2026-04' },
    hoursAgo: 20,
  },
  {
    kind: 'lapor_information',
    subject: { kind: 'ticket', id: 'LAPOR-77120', label: 'SP4N-LAPOR 77120' },
    hoursAgo: days(2),
  },
  {
    kind: 'decree_gap_review',
    subject: { kind: 'decree', id: '100.3.3.1/K.435/2023', label: 'SK 100.3.3.1/K.435/2023' },
    hoursAgo: days(12),
  },
  {
    kind: 'agreement_expiry_second',
    subject: { kind: 'agreement', id: 'PKS-2024-11', label: 'PKS 11/2024 (contoh)' },
    hoursAgo: -days(95),
  },
  {
    kind: 'resolution_follow_up_1',
    subject: { kind: 'resolution', id: 'RAKOR-2026-3', label: 'Rakor 2026, kesepakatan 3' },
    hoursAgo: days(26),
  },
];

/** `secretariat` is the account that oversees the duties of the task force. */
export async function seedDuties(services: Services, secretariat: string): Promise<void> {
  const who = await findWho(services.authPool, secretariat);
  const actor = who && actorOf(who, undefined, { id: null, stepUpAt: null });
  if (!actor) throw new Error('the secretariat has no valid role');
  await runAs(services, actor, async (ctx) => {
    await runDailyDuties(ctx);
    for (const { kind, subject, hoursAgo } of invented) {
      const anchorAt = ctx.clock
        .now()
        .subtract({ minutes: Math.round(hoursAgo * 60) })
        .toString();
      await setDeadline(ctx, { kind, subject, anchorAt });
    }
    await runDailyDuties(ctx);
  });
}
