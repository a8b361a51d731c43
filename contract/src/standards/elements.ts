import { adultAge } from './age.ts';

export interface ElementInput {
  ageAtExploitation: number | null;
  acts: readonly string[];
  means: readonly string[];
  purposes: readonly string[];
}
export type ElementAnswer = 'met' | 'not_met' | 'undetermined';
export interface ElementResult {
  protocolArt3: ElementAnswer;
  uu21Ps1: ElementAnswer;
  missing: ('act' | 'means' | 'purpose')[];
  isChild: boolean | null;
}

/**
 * Which elements of trafficking are recorded: advice for a person, never a decision. For a child the Protocol needs no
 * means (art. 3(c)-(d)), while UU 21/2007 Ps. 1(1) names no exception: both answers stand side by side, and a child's
 * row is never refused for a missing means.
 */
export function testElements(input: ElementInput): ElementResult {
  const isChild = input.ageAtExploitation === null ? null : input.ageAtExploitation < adultAge;
  const has = {
    act: input.acts.length > 0,
    means: input.means.length > 0,
    purpose: input.purposes.length > 0,
  };
  const missing = (['act', 'means', 'purpose'] as const).filter((element) => !has[element]);
  const withoutMeans = has.act && has.purpose;
  return {
    protocolArt3:
      withoutMeans && (has.means || isChild === true)
        ? 'met'
        : withoutMeans && isChild === null
          ? 'undetermined'
          : 'not_met',
    uu21Ps1: missing.length === 0 ? 'met' : 'not_met',
    missing,
    isChild,
  };
}
