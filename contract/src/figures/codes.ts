/** Codes are also message keys of the web (`figures:unit.<code>` and so on). */

/** Counting units: cases, persons and services are never added to each other (standards.md section 11). */
export const countedUnits = [
  'case',
  'victim',
  'victim_type',
  'suspect',
  'perpetrator',
  'relation',
  'report',
  'service',
  'person',
  'percent',
  'unclear',
] as const;
export type CountedUnit = (typeof countedUnits)[number];

export const figureTopics = ['trafficking', 'violence'] as const;
export type FigureTopic = (typeof figureTopics)[number];

const plural = {
  case: 'cases',
  victim: 'victims',
  victim_type: 'victim_types',
  suspect: 'suspects',
  perpetrator: 'perpetrators',
  relation: 'relations',
  report: 'reports',
  service: 'services',
  person: 'persons',
  percent: 'percent',
  unclear: 'unclear',
} as const satisfies Record<CountedUnit, string>;

type Plural = (typeof plural)[CountedUnit];
/** What is counted, of trafficking or (`violence_`) of violence against women and children. */
export type Measure = Plural | `violence_${Plural}`;

export const measureOf = (topic: FigureTopic, unit: CountedUnit): Measure =>
  topic === 'violence' ? `violence_${plural[unit]}` : plural[unit];

export const measures = figureTopics.flatMap((t) => countedUnits.map((u) => measureOf(t, u))) as [
  Measure,
  ...Measure[],
];

/** One-way breakdowns of an agreed figure. */
export const agreedDimensions = ['sex', 'child', 'form', 'place'] as const;
export type AgreedDimension = (typeof agreedDimensions)[number];

export const dimensionCodes = [
  ...agreedDimensions,
  'ageGroup',
  'ageGroupSimfoni',
  'modus',
  'group',
  'relation',
  'occupation',
  'serviceType',
  'legalStage',
  'violenceType',
  'incidentPlace',
  'year',
] as const;
export type DimensionCode = (typeof dimensionCodes)[number];

/** How agreed figures are counted: a code is printed as its words under every figure. */
export const countingRules = ['clearing_person_case_1'] as const;

/** Why a published figure differs from the agreed one. */
export const differenceReasons = [
  'part_of_year',
  'known_earlier',
  'other_counting_rule',
  'one_source',
  'conflicts',
  'noted',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];
