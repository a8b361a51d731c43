/** A question left blank is not the same as one that was not asked, not known or refused. */
export const nonAnswers = ['not_asked', 'unknown', 'refused'] as const;
export type NonAnswer = (typeof nonAnswers)[number];
export type Answer<T> = { state: 'blank' } | { state: 'given'; value: T } | { state: NonAnswer };

export const blank: Answer<never> = { state: 'blank' };
export const given = <T>(value: T): Answer<T> => ({ state: 'given', value });
export const isNonAnswer = (state: string): state is NonAnswer => nonAnswers.some((n) => n === state);
