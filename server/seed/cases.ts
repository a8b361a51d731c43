import { addDays, daysBetween, quarterBounds } from './days.ts';
import type { Sex } from './names.ts';
import { makePerson } from './person.ts';
import type { Person } from './person.ts';
import { caseAreas, pickDistrict, pickKaltimOrigin, pickOutsideOrigin } from './places.ts';
import type { Origin, Place, Places } from './places.ts';
import type { Random } from './random.ts';

export type Movement =
  | 'internal_same_regency'
  | 'internal_same_province'
  | 'internal_interprovince'
  | 'outbound';

/** What really happened, which no agency knows whole. Codes are those of the code lists. */
export interface TrueCase {
  id: string;
  areaCode: string;
  district: Place;
  incidentDate: string;
  detectedOn: string;
  form: string;
  labourDetail: string | null;
  labourSector: string | null;
  movement: Movement;
  country: string;
  channel: string;
  relation: string;
  incidentPlace: string;
  victimIds: string[];
  suspectIds: string[];
}

export interface Truth {
  people: Map<string, Person>;
  cases: TrueCase[];
}

/** Victims first detected per quarter, 2022 to 2024: more after mid-2023 and in the open last quarter. */
export const victimsPerQuarter: readonly (readonly [year: number, quarter: number, victims: number])[] = [
  [2022, 1, 8],
  [2022, 2, 9],
  [2022, 3, 11],
  [2022, 4, 12],
  [2023, 1, 11],
  [2023, 2, 18],
  [2023, 3, 13],
  [2023, 4, 11],
  [2024, 1, 11],
  [2024, 2, 12],
  [2024, 3, 13],
  [2024, 4, 22],
];

interface FormShare {
  form: string;
  weight: number;
  female: number;
  child: number;
  ages: readonly [number, number];
  childAges: readonly [number, number];
  /** Weights of same regency, same province, between provinces, out of the country. */
  movement: readonly [number, number, number, number];
}
const forms: readonly FormShare[] = [
  {
    form: 'sexual',
    weight: 46,
    female: 0.95,
    child: 0.42,
    ages: [18, 34],
    childAges: [13, 17],
    movement: [44, 24, 24, 8],
  },
  {
    form: 'forced_labour',
    weight: 22,
    female: 0.2,
    child: 0.07,
    ages: [18, 48],
    childAges: [15, 17],
    movement: [8, 14, 40, 38],
  },
  {
    form: 'servitude_domestic',
    weight: 9,
    female: 1,
    child: 0.2,
    ages: [18, 45],
    childAges: [14, 17],
    movement: [8, 12, 22, 58],
  },
  {
    form: 'forced_criminality',
    weight: 9,
    female: 0.3,
    child: 0.05,
    ages: [19, 32],
    childAges: [17, 17],
    movement: [0, 0, 12, 88],
  },
  {
    form: 'child_labour',
    weight: 5,
    female: 0.4,
    child: 1,
    ages: [18, 18],
    childAges: [9, 16],
    movement: [60, 30, 10, 0],
  },
  {
    form: 'forced_marriage',
    weight: 4,
    female: 1,
    child: 0.3,
    ages: [18, 29],
    childAges: [15, 17],
    movement: [0, 20, 30, 50],
  },
  {
    form: 'forced_begging',
    weight: 3,
    female: 0.5,
    child: 0.9,
    ages: [40, 66],
    childAges: [4, 12],
    movement: [70, 30, 0, 0],
  },
  {
    form: 'illegal_adoption',
    weight: 2,
    female: 0.5,
    child: 1,
    ages: [18, 18],
    childAges: [0, 2],
    movement: [50, 30, 20, 0],
  },
  {
    form: 'organ_removal',
    weight: 1,
    female: 0.1,
    child: 0,
    ages: [21, 35],
    childAges: [17, 17],
    movement: [0, 0, 0, 100],
  },
];
const movements: readonly Movement[] = [
  'internal_same_regency',
  'internal_same_province',
  'internal_interprovince',
  'outbound',
];
/** Labour detail, its ISIC section, weight. */
const labour: readonly (readonly [string, string, number])[] = [
  ['plantation', 'A', 6],
  ['fishing_crew', 'A', 4],
  ['mining', 'B', 2],
  ['construction', 'F', 4],
  ['restaurant_hotel', 'I', 3],
];
const countries: readonly (readonly [string, number])[] = [
  ['MY', 6],
  ['KH', 3],
  ['MM', 1],
  ['TW', 1],
  ['SA', 1],
];

function labourOf(random: Random, form: string): readonly [string | null, string | null] {
  if (form === 'servitude_domestic') return ['domestic_worker', 'T'];
  if (form === 'forced_criminality') return ['online_scam', null];
  if (form !== 'forced_labour' && form !== 'child_labour') return [null, null];
  return random.weighted(
    labour.map(([detail, sector, weight]) => [[detail, sector] as const, weight] as const),
  );
}

function originOf(random: Random, movement: Movement, areaCode: string, near: Origin): Origin {
  if (movement === 'internal_same_regency') return { ...near, regencyCode: areaCode };
  if (movement === 'internal_same_province') return pickKaltimOrigin(random, areaCode);
  if (movement === 'internal_interprovince') return pickOutsideOrigin(random);
  return random.chance(0.4) ? near : pickOutsideOrigin(random);
}

/** Cases of one quarter that together have exactly so many victims. */
function caseSizes(random: Random, victims: number): number[] {
  const sizes: number[] = [];
  for (let left = victims; left > 0;) {
    const size = Math.min(
      left,
      random.weighted([
        [1, 55],
        [2, 25],
        [3, 12],
        [4, 6],
        [5, 2],
      ]),
    );
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

export function makeTruth(root: Random, places: Places): Truth {
  const people = new Map<string, Person>();
  const cases: TrueCase[] = [];
  let serial = 0;
  const add = (
    random: Random,
    wish: Omit<Parameters<typeof makePerson>[2], 'id' | 'serial'>,
    kind: 'v' | 's',
  ) => {
    serial += 1;
    const person = makePerson(random, places, {
      ...wish,
      id: `${kind}${String(serial).padStart(3, '0')}`,
      serial,
    });
    people.set(person.id, person);
    return person.id;
  };
  for (const [year, quarter, victims] of victimsPerQuarter) {
    for (const size of caseSizes(root.fork(`sizes/${year}-${quarter}`), victims)) {
      const id = `c${String(cases.length + 1).padStart(3, '0')}`;
      const random = root.fork(id);
      // A baby is sold alone; the other rare forms may concern several people.
      const share = random.weighted(
        forms.map((f) => [f, size > 1 && f.form === 'illegal_adoption' ? 0 : f.weight] as const),
      );
      const [first, last] = quarterBounds(year, quarter);
      const detectedOn = addDays(first, random.int(0, daysBetween(first, last)));
      const areaCode = random.weighted(caseAreas);
      const movement = random.weighted(movements.map((m, i) => [m, share.movement[i] ?? 0] as const));
      const [labourDetail, labourSector] = labourOf(random, share.form);
      // Some are found months after the deed: the year of the offence and of the report then differ.
      const delay = random.weighted([
        [random.int(1, 30), 6],
        [random.int(31, 120), 3],
        [random.int(121, 330), 1],
      ]);
      const near = pickKaltimOrigin(random);
      const victimIds = Array.from({ length: size }, () => {
        const child = random.chance(share.child);
        const [youngest, oldest] = child ? share.childAges : share.ages;
        const sex: Sex = random.chance(share.female) ? 'female' : 'male';
        const origin = originOf(random, movement, areaCode, near);
        const age = random.int(youngest, oldest);
        return add(random, { sex, age, on: detectedOn, origin, travels: movement === 'outbound' }, 'v');
      });
      const suspectIds = random.chance(0.12)
        ? [
            add(
              random,
              {
                sex: random.chance(0.6) ? 'male' : 'female',
                age: random.int(21, 52),
                on: detectedOn,
                origin: pickKaltimOrigin(random),
                travels: false,
              },
              's',
            ),
          ]
        : [];
      cases.push({
        id,
        areaCode,
        district: pickDistrict(random, places, areaCode),
        incidentDate: addDays(detectedOn, -delay),
        detectedOn,
        form: share.form,
        labourDetail,
        labourSector,
        movement,
        country: movement === 'outbound' ? random.weighted(countries) : 'ID',
        channel: random.weighted([
          ['social_media', 6],
          ['friends', 4],
          ['broker', 4],
          ['family', 2],
          ['online_ad', 2],
        ]),
        relation: random.weighted([
          ['friend', 5],
          ['broker_agent', 4],
          ['stranger', 3],
          ['dating_partner', 3],
          ['relative', 2],
          ['employer', 2],
          ['neighbour', 1],
          ['parent', 1],
        ]),
        incidentPlace:
          share.form === 'sexual'
            ? random.pick(['public', 'other', 'household'])
            : random.pick(['workplace', 'household', 'other']),
        victimIds,
        suspectIds,
      });
    }
  }
  return { people, cases };
}
