import type { ColumnTarget } from '@simpul/contract/clearing/columns';
import { targetInfo } from '@simpul/contract/clearing/columns';
import { translate } from '@simpul/contract/standards/code-lists';
import type { Scheme } from '@simpul/contract/standards/code-lists';
import { countryOf } from '@simpul/contract/standards/countries';
import { parseNik, parsePassport } from '@simpul/contract/standards/nik';
import { parseDate } from '@simpul/contract/standards/parse-date';
import type { AreaLookup } from './areas.ts';
import { splitPlace } from './read-area.ts';
import { oldestAge, readAge, readAgeGroup, readChild, readCharges, readCodes } from './read-values.ts';
import { isUnknownWord, readCount } from './text.ts';

export interface ContentContext {
  areas: AreaLookup;
  scheme: Scheme;
  /** Year of today. */
  year: number;
}
type Test = (text: string, c: ContentContext) => boolean;

const date =
  (minYear: number): Test =>
  (text, c) =>
    parseDate(text, { minYear, maxYear: c.year }).ok;
const place: Test = (text, c) => {
  const { code, name } = splitPlace(text);
  if (name !== '') return c.areas.byName(name).length > 0;
  return /^\d{2}\.?\d{2}/.test(code);
};
const letters: Test = (text) => /\p{L}{2}/u.test(text) && !/\d{3}/.test(text);
const phone = (text: string) => /^(?:\+?62|0)\d[\d\s.-]{6,14}$/.test(text.trim());
const count: Test = (text) => readCount(text) !== undefined;

/** Whether a value may stand in a column of that kind; also what "sah" counts before the rows are checked. */
const tests: Partial<Record<ColumnTarget, Test>> = {
  name: letters,
  givenName: letters,
  middleName: letters,
  familyName: letters,
  initials: (text) => /\p{L}/u.test(text) && text.length <= 20,
  alias: letters,
  nationalId: (text) => parseNik(text).ok,
  passport: (text) => parsePassport(text).ok,
  identityNumber: (text) => parseNik(text).ok || parsePassport(text).ok,
  birthDate: (text, c) => date(c.year - oldestAge)(text, c),
  birthPlaceAndDate: (text) => /\d{4}|\d\d[-/.]\d\d/.test(text),
  phone,
  reportDate: date(2000),
  incidentDate: date(1990),
  registrationYear: (text, c) => /^(?:19|20)\d\d$/.test(text.trim()) && Number(text) <= c.year,
  place,
  placeCode: place,
  placeName: place,
  placeProvince: (text, c) => c.areas.isProvince(text),
  origin: place,
  originCode: place,
  originName: place,
  originProvince: (text, c) => c.areas.isProvince(text),
  age: (text) => (readAge(text) ?? oldestAge + 1) <= oldestAge || isUnknownWord(text),
  ageGroup: (text) => readAgeGroup(text) !== undefined,
  child: (text) => readChild(text) !== undefined,
  citizenship: (text) => countryOf(text) !== undefined,
  exploitationCountry: (text) => countryOf(text) !== undefined,
  charges: (text) => readCharges(text).length > 0,
  victimTotal: count,
  victimFemale: count,
  victimMale: count,
  victimChild: count,
  victimAdult: count,
};

export function isValidFor(target: ColumnTarget, text: string, context: ContentContext): boolean {
  const { list } = targetInfo[target];
  if (list !== undefined) {
    if (!targetInfo[target].many)
      return translate(list, context.scheme, text) !== undefined || isUnknownWord(text);
    const { codes, unknown } = readCodes(list, text, { scheme: context.scheme, words: undefined });
    return unknown.length === 0 && (codes.length > 0 || isUnknownWord(text));
  }
  return tests[target]?.(text, context) ?? text.trim() !== '';
}

/** What nameless columns are recognised by: only kinds that betray themselves. */
export function guessFromContent(
  samples: readonly string[],
  context: ContentContext,
): ColumnTarget | undefined {
  if (samples.length < 3) return undefined;
  const share = (test: (text: string) => boolean) => samples.filter(test).length / samples.length;
  if (share((t) => /^'?\d{16}$/.test(t.trim())) >= 0.6) return 'nationalId';
  if (share(phone) >= 0.8) return 'phone';
  if (share((t) => /^(?:l|p|lk|pr|laki-?laki|perempuan|male|female)$/i.test(t.trim())) >= 0.9) return 'sex';
  if (share((t) => /^LP\s*\/?\s*[AB]?\s*\//i.test(t.trim())) >= 0.7) return 'caseNo';
  if (share((t) => place(t, context) && !/^\d/.test(t)) >= 0.8) return 'place';
  return undefined;
}
