import { Faker, id_ID } from '@faker-js/faker';

/** A stream of chance that gives the same answers for the same seed and label, on every machine. */
export interface Random {
  faker: Faker;
  int: (min: number, max: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  weighted: <T>(list: readonly (readonly [T, number])[]) => T;
  shuffle: <T>(list: readonly T[]) => T[];
  /** A stream of its own: new draws elsewhere do not shift what it gives. */
  fork: (label: string) => Random;
}

/** FNV-1a, 32 bits: turns a label into a seed. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h;
}

export function makeRandom(seed: number, label = ''): Random {
  const faker = new Faker({ locale: [id_ID], seed: hash(`${seed}/${label}`) });
  const int = (min: number, max: number) => faker.number.int({ min, max });
  const pick = <T>(list: readonly T[]): T => faker.helpers.arrayElement(list);
  return {
    faker,
    int,
    chance: (probability) => faker.number.float() < probability,
    pick,
    weighted: (list) =>
      faker.helpers.weightedArrayElement(
        list.filter(([, weight]) => weight > 0).map(([value, weight]) => ({ value, weight })),
      ),
    shuffle: (list) => faker.helpers.shuffle([...list]),
    fork: (child) => makeRandom(seed, `${label}/${child}`),
  };
}
