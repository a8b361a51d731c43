import { z } from 'zod';
import { mostWhole, P0, P1, P2, P3 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { Version } from '../route.ts';
import { PeriodCode, Progress } from './import.ts';

export const roundStates = ['matching', 'review', 'agreed', 'replaced', 'cancelled'] as const;
export const decisions = ['same', 'different', 'unsure'] as const;
export const Decision = z.enum(decisions);
export type Decision = z.infer<typeof Decision>;

/** Fields of a pair that are compared, in the order they are shown. */
export const pairFields = [
  'name',
  'nik',
  'passport',
  'birthDate',
  'sex',
  'age',
  'origin',
  'place',
  'reportDate',
  'form',
  'caseNo',
  'countingYear',
] as const;
export type PairField = (typeof pairFields)[number];
/** Of these only the shape is shown until somebody opens one with a purpose. */
export const maskedFields = ['name', 'nik', 'passport', 'birthDate'] as const satisfies readonly PairField[];
export type MaskedField = (typeof maskedFields)[number];

export const agreements = ['equal', 'close', 'different', 'missing'] as const;
export const PairPattern = z.array(
  z.object({
    field: P0(z.enum(pairFields)),
    agreement: P1(z.enum(agreements)),
    /** Value where it is not identity, shape ("2 words, 13 letters") where it is; `null` when empty. */
    a: P2(z.string().nullable()),
    b: P2(z.string().nullable()),
    masked: P0(z.boolean()),
  }),
);
export type PairPattern = z.infer<typeof PairPattern>;

export const Pair = z.object({
  id: P1(z.string()),
  round: P1(z.string()),
  number: P1(z.number().int()),
  agencyA: P1(z.string()),
  agencyB: P1(z.string()),
  confirmedA: P1(z.string()),
  confirmedB: P1(z.string()),
  /** Row in the file each came by. */
  rowA: P1(z.number().int()),
  rowB: P1(z.number().int()),
  basis: P1(z.enum(['nik', 'passport', 'name_birth'])),
  pattern: P2(PairPattern),
  decision: P2(Decision.nullable()),
  /** Who decided it, when and why: also where the decision was taken over. */
  reason: P2(z.string().nullable()),
  decidedByName: P1(z.string().nullable()),
  decidedAt: P1(z.string().nullable()),
  reused: P1(z.boolean()),
  /** The round a decision that was taken over was made in. */
  decidedIn: P1(z.object({ year: z.number().int(), number: z.number().int() }).nullable()),
  version: Version,
});
export type Pair = z.infer<typeof Pair>;

export const PairLine = z.object({
  id: P1(z.string()),
  number: P1(z.number().int()),
  agencyA: P1(z.string()),
  agencyB: P1(z.string()),
  place: P2(z.string().nullable()),
  month: P2(z.string().nullable()),
  basis: P1(z.enum(['nik', 'passport', 'name_birth'])),
  clear: P1(z.boolean()),
  decision: P2(Decision.nullable()),
});
export type PairLine = z.infer<typeof PairLine>;

export const SourceDifference = z.object({
  agency: P1(z.string()),
  agencyName: P1(z.string()),
  rows: P1(z.number().int()),
  cases: P1(z.number().int()),
  victims: P1(z.number().int()),
  /** Victims no other source knows. */
  onlyHere: P1(z.number().int()),
  /** False where no row has identity: the source is then no part of the agreed number. */
  linked: P1(z.boolean()),
  /** Rows without identity among them. */
  unlinked: P1(z.number().int()),
  signedOff: P1(z.boolean()),
});
export type SourceDifference = z.infer<typeof SourceDifference>;

/** An agency that handed in something of the year and did not sign off all of it. */
export const UnsignedAgency = z.object({
  agency: P1(z.string()),
  agencyName: P1(z.string()),
  periods: P0(z.array(PeriodCode)),
});

export const AgreedTotals = z.object({
  cases: P1(z.number().int()),
  victims: P1(z.number().int()),
  /** Null for whoever may not see the counts of single agencies: together with the table by source it would tell them. */
  rows: P1(z.number().int().nullable()),
});

export const Round = z.object({
  id: P1(z.string()),
  year: P1(z.number().int()),
  number: P1(z.number().int()),
  state: P1(z.enum(roundStates)),
  engine: P0(z.string()),
  openedAt: P1(z.string()),
  agreedAt: P1(z.string().nullable()),
  job: P1(z.string().nullable()),
  /** Null before matching and, with the pairs, for whoever does not steer the round. */
  rows: P1(z.number().int().nullable()),
  pairs: P1(z.number().int().nullable()),
  decided: P1(z.number().int()),
  unsure: P1(z.number().int()),
  /** Undecided pairs that may be decided in one act (`decideClear`). */
  clear: P1(z.number().int()),
  progress: Progress.nullable(),
  sources: P1(z.array(SourceDifference)),
  /** As it stood at agreement; before it, as it stands now. Agencies of which the round counts nothing are among them. */
  unsigned: P1(z.array(UnsignedAgency)),
  agreed: P1(AgreedTotals.nullable()),
  recordNumber: P1(z.string().nullable()),
  version: Version,
  can: z.object({ decide: P0(z.boolean()), agree: P0(z.boolean()), cancel: P0(z.boolean()) }),
});
export type Round = z.infer<typeof Round>;

export const RoundLine = Round.pick({
  id: true,
  year: true,
  number: true,
  state: true,
  openedAt: true,
  agreedAt: true,
  pairs: true,
  decided: true,
  agreed: true,
});
export type RoundLine = z.infer<typeof RoundLine>;

export const OpenRound = z.object({ year: P1(z.number().int().min(2000).max(2100)) });
export const RoundId = z.object({ id: P1(z.uuid()) });
export const RoundPage = page(RoundLine);
export const PairQuery = PageQuery.extend({
  id: P1(z.uuid()),
  show: P0(z.enum(['open', 'unsure', 'decided', 'all']).default('open')),
});
export const PairPage = page(PairLine);
export const DecidePair = z
  .object({
    id: P1(z.uuid()),
    decision: P2(Decision),
    reason: P2(z.string().trim().max(500).optional()),
    version: Version,
  })
  .refine((d) => d.decision !== 'unsure' || (d.reason ?? '').length >= 3, {
    path: ['reason'],
    message: 'Say in a few words, without names, what is unclear.',
  });
export const UndoDecision = z.object({ id: P1(z.uuid()), version: Version });
export const DecideClear = z.object({
  id: P1(z.uuid()),
  /** How many the person saw: refused when it has changed meanwhile. */
  expected: P1(z.number().int().min(1).max(mostWhole)),
  reason: P2(z.string().trim().min(3).max(500)),
});
export const RevealField = z.object({ id: P1(z.uuid()), field: P0(z.enum(maskedFields)) });
export const Revealed = z.object({
  a: P3(z.string().nullable()),
  b: P3(z.string().nullable()),
  /** When the page hides it again. */
  until: P0(z.string()),
});
export type Revealed = z.infer<typeof Revealed>;
export const AgreeRound = z.object({ id: P1(z.uuid()), version: Version });

/** Rows behind an agreed figure, for whoever may see them (own rows of an agency; all in the round for stewards). */
export const LineageQuery = PageQuery.extend({ id: P1(z.uuid()), agency: P1(z.uuid().optional()) });
export const LineageRow = z.object({
  row: P2(z.string()),
  agencyName: P1(z.string()),
  rowNumber: P1(z.number().int()),
  period: P1(z.string()),
  person: P2(z.number().int()),
  case: P2(z.number().int()),
  sex: P2(z.string()),
  child: P2(z.string()),
  form: P2(z.string()),
  place: P2(z.string().nullable()),
});
export const LineagePage = page(LineageRow);
