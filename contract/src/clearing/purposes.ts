/** Why identity is read, as the trail keeps it. Without zod: the browser reads these lists too. */

/** The one reason a steward opens a field: to decide the pair. The policy of the table asks for the same word. */
export const reviewPurpose = 'clearing.review';

/** Why a data contact looks at who a row speaks of. */
export const identityPurposes = [
  'clearing.check_source',
  'clearing.correct_row',
  'clearing.answer_question',
] as const;

/** Why rows with identity leave as a file: to be corrected and sent again, or to be held against the register. */
export const filePurposes = { correct: 'clearing.correct', verify: 'clearing.verify' } as const;
