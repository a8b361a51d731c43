/**
 * The duties Simpul knows, by code. A code is also the message key of its title and verb
 * (`duties:kind.<code>.title`, `.verb`). `row` is the line in the list of deadlines and periodic duties;
 * `parameters` are the keys whose numbers set the clock: more than one means that the laws contradict each
 * other and all are shown until one is chosen. No number stands here: numbers live in the parameter table.
 */
export interface DutyKind {
  row: number;
  parameters: readonly string[];
  /** Role whose task it is when nobody named a person. */
  role: string;
  verb: DutyVerb;
  /** Recurs by itself for every task force. */
  every?: 'year' | 'quarter' | 'month';
  /** The period it is about is the year before the one it is due in. */
  aboutPastYear?: true;
  /** Every member agency has its own. */
  perAgency?: true;
  /** Task forces it applies to; both when absent. */
  level?: 'province' | 'regency';
}

export const dutyVerbs = [
  'open',
  'forward',
  'check',
  'fill',
  'send',
  'write',
  'review',
  'contact',
  'visit',
  'prepare',
] as const;
export type DutyVerb = (typeof dutyVerbs)[number];

type More = Pick<DutyKind, 'every' | 'aboutPastYear' | 'perAgency' | 'level'>;
const kind = (
  row: number,
  role: string,
  verb: DutyVerb,
  parameters: readonly string[],
  more: More = {},
): DutyKind => ({ row, role, verb, parameters, ...more });
const yearly = { every: 'year' } as const;
const onPastYear = { every: 'year', aboutPastYear: true } as const;
const province = { level: 'province' } as const;

export const dutyKinds = {
  report_high_risk: kind(1, 'intake_officer', 'open', ['report.high_risk.response']),
  report_medium_risk: kind(2, 'intake_officer', 'open', ['report.medium_risk.response']),
  tpks_pass_to_police: kind(3, 'case_manager', 'forward', ['tpks.pass_to_police']),
  temporary_protection: kind(4, 'police_investigator', 'check', ['tpks.temporary_protection.start']),
  temporary_protection_end: kind(4, 'police_investigator', 'review', ['tpks.temporary_protection.length']),
  lpsk_request: kind(5, 'police_investigator', 'send', ['tpks.lpsk_request']),
  rehabilitation_start: kind(6, 'case_manager', 'check', ['rehabilitation.start']),
  first_aid: kind(7, 'case_manager', 'check', ['first_aid.legal_limit']),
  first_aid_target: kind(7, 'case_manager', 'check', ['first_aid.target']),
  restitution_file_check: kind(8, 'lpsk_liaison', 'check', ['restitution.file_check']),
  lpsk_decision: kind(9, 'lpsk_liaison', 'contact', ['lpsk.protection_decision']),
  restitution_claim_in_trial: kind(10, 'prosecutor', 'send', ['restitution.claim_before_demand']),
  restitution_claim_after_verdict: kind(11, 'lpsk_liaison', 'send', ['restitution.claim_after_verdict']),
  restitution_hearing: kind(12, 'lpsk_liaison', 'check', ['restitution.first_hearing']),
  restitution_summons: kind(12, 'lpsk_liaison', 'check', ['restitution.summons']),
  restitution_ruling: kind(12, 'lpsk_liaison', 'check', ['restitution.ruling']),
  restitution_payment: kind(13, 'prosecutor', 'check', [
    'restitution.payment.uu21_2007',
    'restitution.payment.perma1_2022',
    'restitution.payment.uu12_2022',
  ]),
  restitution_copy_to_lpsk: kind(13, 'lpsk_liaison', 'check', ['restitution.copy_to_lpsk']),
  restitution_warning: kind(14, 'prosecutor', 'send', ['restitution.warning.uu21_2007']),
  victim_aid_fund: kind(15, 'lpsk_liaison', 'send', ['victim_aid.request']),
  data_breach_notice: kind(16, 'data_protection_officer', 'send', ['data_breach.notice']),
  data_correction: kind(17, 'data_protection_officer', 'check', ['data_subject.correction']),
  data_access: kind(18, 'data_protection_officer', 'send', ['data_subject.access']),
  lapor_information: kind(19, 'intake_officer', 'write', ['lapor.information']),
  lapor_complaint: kind(19, 'intake_officer', 'write', ['lapor.complaint']),
  lapor_oversight: kind(19, 'intake_officer', 'write', ['lapor.oversight']),
  referral_acknowledgement: kind(20, 'case_manager', 'contact', ['referral.acknowledgement']),
  referral_acknowledgement_high: kind(20, 'case_manager', 'contact', ['referral.acknowledgement_high']),
  reintegration_visit_1: kind(21, 'case_manager', 'visit', ['reintegration.visit_1']),
  reintegration_visit_2: kind(21, 'case_manager', 'visit', ['reintegration.visit_2']),
  reintegration_visit_3: kind(21, 'case_manager', 'visit', ['reintegration.visit_3']),
  reintegration_visit_4: kind(21, 'case_manager', 'visit', ['reintegration.visit_4']),
  simfoni_entry: kind(22, 'case_manager', 'fill', ['simfoni.entry']),
  simfoni_validation: kind(22, 'data_contact', 'check', ['simfoni.validation'], {
    every: 'month',
    perAgency: true,
  }),
  january_report_inputs: kind(23, 'tf_member', 'fill', ['january_report.inputs'], {
    ...onPastYear,
    ...province,
    perAgency: true,
  }),
  january_report_plenary: kind(23, 'tf_secretariat', 'prepare', ['january_report.plenary'], {
    ...onPastYear,
    ...province,
  }),
  january_report: kind(23, 'tf_secretariat', 'send', ['january_report.due'], { ...onPastYear, ...province }),
  annual_report: kind(24, 'tf_secretariat', 'send', ['annual_report.due'], onPastYear),
  five_year_report: kind(25, 'tf_secretariat', 'prepare', ['five_year_report.period']),
  regional_plan_renewal: kind(26, 'planner', 'prepare', ['regional_plan.renewal_start']),
  regional_plan_alignment: kind(27, 'planner', 'prepare', ['regional_plan.alignment']),
  quarterly_realisation: kind(28, 'tf_member', 'fill', ['realisation.quarterly'], {
    every: 'quarter',
    perAgency: true,
  }),
  yearly_monev: kind(29, 'tf_secretariat', 'prepare', ['monev.yearly'], { ...yearly, ...province }),
  decree_gap_review: kind(30, 'legal_drafter', 'review', ['decree.gap_review']),
  decree_reissue: kind(31, 'tf_secretariat', 'prepare', ['decree.expiry_warning']),
  agreement_expiry_first: kind(32, 'cooperation_officer', 'review', ['agreement.expiry_warning_1']),
  agreement_expiry_second: kind(32, 'cooperation_officer', 'review', ['agreement.expiry_warning_2']),
  agreement_expiry_last: kind(32, 'cooperation_officer', 'review', ['agreement.expiry_warning_3']),
  planning_village: kind(33, 'planner', 'prepare', ['planning.musrenbang_village'], {
    ...yearly,
    level: 'regency',
  }),
  planning_district: kind(33, 'planner', 'prepare', ['planning.musrenbang_kecamatan'], {
    ...yearly,
    level: 'regency',
  }),
  planning_regency: kind(33, 'planner', 'prepare', ['planning.musrenbang_kabkota'], {
    ...yearly,
    level: 'regency',
  }),
  planning_province: kind(33, 'planner', 'prepare', ['planning.musrenbang_province'], {
    ...yearly,
    ...province,
  }),
  planning_work_plan: kind(33, 'planner', 'prepare', ['planning.rkpd'], yearly),
  planning_ceiling: kind(33, 'planner', 'prepare', ['planning.kua_ppas'], yearly),
  planning_amendment: kind(33, 'planner', 'prepare', ['planning.apbd_amendment'], yearly),
  planning_budget: kind(33, 'planner', 'check', ['planning.apbd'], yearly),
  ppa_grant_change: kind(34, 'planner', 'send', ['ppa_grant.change_proposal'], yearly),
  agency_performance_report: kind(35, 'planner', 'send', ['agency_performance_report.due'], onPastYear),
  government_report: kind(35, 'planner', 'send', ['government_report.due'], onPastYear),
  ppa_unit_missing: kind(36, 'tf_secretariat', 'review', ['ppa_unit.must_exist']),
  resolution_follow_up_1: kind(37, 'tf_member', 'fill', ['resolution.follow_up_1']),
  resolution_follow_up_2: kind(37, 'tf_member', 'fill', ['resolution.follow_up_2']),
  clearing_round: kind(38, 'data_steward', 'open', ['clearing.quarterly'], { every: 'quarter' }),
  clearing_before_report: kind(38, 'data_steward', 'open', ['clearing.before_january_report'], {
    ...onPastYear,
    ...province,
  }),
  privacy_assessment: kind(39, 'data_protection_officer', 'review', ['privacy_assessment.yearly'], yearly),
  access_review: kind(39, 'data_protection_officer', 'review', ['access_review.yearly'], yearly),
  retention_review: kind(40, 'data_protection_officer', 'review', ['retention.victim_file_review']),
  campaign_children_day: kind(41, 'tf_secretariat', 'prepare', ['campaign.children_day'], yearly),
  campaign_trafficking_day: kind(41, 'tf_secretariat', 'prepare', ['campaign.trafficking_day'], yearly),
  campaign_sixteen_days: kind(41, 'tf_secretariat', 'prepare', ['campaign.sixteen_days'], yearly),
  campaign_migrants_day: kind(41, 'tf_secretariat', 'prepare', ['campaign.migrants_day'], yearly),
} as const satisfies Record<string, DutyKind>;

export type DutyKindCode = keyof typeof dutyKinds;
export const dutyKindCodes = Object.keys(dutyKinds) as [DutyKindCode, ...DutyKindCode[]];
