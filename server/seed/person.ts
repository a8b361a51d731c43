import { addDays } from './days.ts';
import { makeName } from './names.ts';
import type { PersonName, Sex } from './names.ts';
import { makeNik, makePassport } from './nik.ts';
import type { Origin, Places } from './places.ts';
import type { Random } from './random.ts';

export interface Person {
  id: string;
  name: PersonName;
  nickname: string | null;
  sex: Sex;
  birthDate: string;
  birthPlace: string;
  /** Null for people without a registered number: small children, foreigners, people never registered. */
  nik: string | null;
  passport: string | null;
  /** ISO 3166-1 alpha-2. */
  citizenship: 'ID' | 'PH' | 'MM';
  /** Null for foreigners. */
  originCode: string | null;
  education: string;
  occupation: string;
  maritalStatus: string;
}

export interface PersonWish {
  id: string;
  sex: Sex;
  /** Completed years on a day. */
  age: number;
  on: string;
  origin: Origin;
  /** Goes into the serial of NIK and passport, so each person has numbers of their own. */
  serial: number;
  travels: boolean;
}

const nicknames = 'Inul Ayu Nanda Bunga Mawar Dinda Ucok Bagong Aldo Rara Tari Ncek'.split(' ');

function schooling(random: Random, age: number): string {
  if (age < 6) return 'none';
  if (age < 13) return 'primary';
  if (age < 16) return random.pick(['primary', 'lower_secondary']);
  return random.weighted([
    ['none', 1],
    ['primary', 5],
    ['lower_secondary', 6],
    ['upper_secondary', 7],
    ...(age > 21 ? [['bachelor', 1] as const] : []),
  ]);
}

function work(random: Random, age: number, sex: Sex): string {
  if (age < 6) return 'none';
  if (age < 18)
    return random.weighted([
      ['student', 5],
      ['none', 3],
      ['private_labour', 1],
    ]);
  return random.weighted([
    ['private_labour', 6],
    ['none', 5],
    ['trade_farm_fish', 3],
    ...(sex === 'female' ? [['housewife', 3] as const] : []),
  ]);
}

const marriage = (random: Random, age: number): string =>
  age < 17
    ? 'single'
    : random.weighted([
        ['single', age < 25 ? 8 : 2],
        ['married', age < 25 ? 2 : 6],
        ['divorced', age < 25 ? 1 : 3],
        ['widowed', age < 30 ? 0 : 1],
      ]);

/** Someone who does not exist. */
export function makePerson(random: Random, places: Places, wish: PersonWish): Person {
  const birthDate = addDays(wish.on, -Math.floor(wish.age * 365.25) - random.int(20, 340));
  const home = random.pick(places.districtsOf(wish.origin.regencyCode));
  const registered = wish.age < 5 ? random.chance(0.4) : random.chance(0.97);
  return {
    id: wish.id,
    name: makeName(random, wish.origin.culture, wish.sex),
    nickname: random.chance(0.3) ? random.pick(nicknames) : null,
    sex: wish.sex,
    birthDate,
    birthPlace: places.regency(wish.origin.regencyCode).name.replace(/^(Kabupaten|Kota) /, ''),
    nik: registered
      ? makeNik({ districtCode: home.code, birthDate, sex: wish.sex, serial: 9001 + wish.serial })
      : null,
    passport: wish.travels && wish.age >= 15 ? makePassport(wish.serial) : null,
    citizenship: 'ID',
    originCode: wish.origin.regencyCode,
    education: schooling(random, wish.age),
    occupation: work(random, wish.age, wish.sex),
    maritalStatus: marriage(random, wish.age),
  };
}
