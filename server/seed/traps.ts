import type { Truth } from './cases.ts';
import { makeNik } from './nik.ts';
import type { Person } from './person.ts';

/** People whose rows look alike although they are not, or apart although they are: what a clearing desk must survive. */
export interface Traps {
  /** Two sisters born on one day, in one case, with neighbouring population numbers. */
  twins: readonly [string, string];
  /** Same name and same birth date, two different people of different places. */
  namesakes: readonly [string, string];
  /** Exploited a second time, in another year: one person, two cases. */
  again: string;
  /** Victim in one case, suspect in another (who is not punished for what being exploited made her do). */
  both: string;
  /** Foreign citizens without a population number. */
  foreigners: readonly string[];
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The invented province has no ${what}; change the seed`);
  return value;
};

/** Bends a few of the invented people and cases so that the hard situations are certain to occur. */
export function plantTraps({ people, cases }: Truth): Traps {
  const person = (id: string | undefined) => must(people.get(id ?? ''), `person ${id}`);
  const adults = (c: { victimIds: string[]; detectedOn: string }) =>
    c.victimIds.map(person).filter((p) => p.birthDate < `${Number(c.detectedOn.slice(0, 4)) - 19}-01-01`);
  const set = (p: Person, change: Partial<Person>) => people.set(p.id, { ...p, ...change });

  const twinCase = must(
    cases.find(
      (c) =>
        c.detectedOn > '2023' &&
        c.victimIds.every((id) => person(id).sex === 'female') &&
        c.victimIds.length === 2 &&
        person(c.victimIds[0]).nik !== null,
    ),
    'case for the twins',
  );
  const elder = person(twinCase.victimIds[0]);
  const younger = person(twinCase.victimIds[1]);
  const serial = Number(must(elder.nik ?? undefined, 'NIK of the twin').slice(12)) - 400;
  const [province = '', regency = '', district = ''] =
    must(elder.nik?.slice(0, 6), 'region').match(/\d\d/g) ?? [];
  const twinNik = (s: number) =>
    makeNik({
      districtCode: `${province}.${regency}.${district}`,
      birthDate: elder.birthDate,
      sex: 'female',
      serial: s,
    });
  const father = elder.name.father ?? 'Hasan';
  set(elder, { name: { full: 'Rahmawati', father }, nik: twinNik(9400 + (serial % 100)) });
  set(younger, {
    name: { full: 'Rahmayanti', father },
    birthDate: elder.birthDate,
    birthPlace: elder.birthPlace,
    originCode: elder.originCode,
    nik: twinNik(9401 + (serial % 100)),
  });

  const single = cases.filter(
    (c) => c.victimIds.length === 1 && c.movement !== 'outbound' && adults(c).length === 1,
  );
  const sexual = single.filter((c) => c.form === 'sexual' && person(c.victimIds[0]).sex === 'female');
  const one = must(
    sexual.find((c) => c.areaCode === '64.72' && c.detectedOn < '2024'),
    'namesake in Samarinda',
  );
  const other = must(
    sexual.find((c) => c.areaCode !== '64.72' && c.detectedOn > '2023' && c.id !== one.id),
    'namesake elsewhere',
  );
  const a = person(one.victimIds[0]);
  const b = person(other.victimIds[0]);
  set(a, { name: { full: 'Siti Aisyah', father: null }, birthDate: '1999-07-01' });
  set(b, { name: { full: 'Siti Aisyah', father: null }, birthDate: '1999-07-01' });
  for (const p of [person(a.id), person(b.id)])
    if (p.nik) set(p, { nik: `${p.nik.slice(0, 6)}410799${p.nik.slice(12)}` });

  const rest = single.filter((c) => ![one.id, other.id].includes(c.id));
  const firstTime = must(
    rest.find((c) => c.detectedOn < '2023'),
    'first case of the one exploited again',
  );
  const secondTime = must(
    rest.find(
      (c) => c.detectedOn > '2024' && person(c.victimIds[0]).sex === person(firstTime.victimIds[0]).sex,
    ),
    'second case of the one exploited again',
  );
  people.delete(secondTime.victimIds[0] ?? '');
  secondTime.victimIds = [firstTime.victimIds[0] ?? ''];

  const victimFirst = must(
    sexual.find((c) => ![one.id, other.id, firstTime.id, secondTime.id].includes(c.id)),
    'victim who becomes a suspect',
  );
  const suspected = must(
    cases.find((c) => c.suspectIds.length === 1 && c.detectedOn > victimFirst.detectedOn),
    'suspect case',
  );
  people.delete(suspected.suspectIds[0] ?? '');
  suspected.suspectIds = [victimFirst.victimIds[0] ?? ''];

  const foreign = rest.filter((c) => ![firstTime.id, secondTime.id, victimFirst.id].includes(c.id)).slice(-2);
  const foreigners = foreign.map((c, i) => {
    const p = person(c.victimIds[0]);
    const philippine = i === 0;
    set(p, {
      name: { full: philippine ? 'Marivic Dela Cruz' : 'Thiri Aung', father: null },
      sex: 'female',
      originCode: null,
      citizenship: philippine ? 'PH' : 'MM',
      nik: null,
      passport: `Z0${philippine ? '900001' : '900002'}`,
      birthPlace: philippine ? 'Zamboanga' : 'Mawlamyine',
    });
    return p.id;
  });
  return {
    twins: [elder.id, younger.id],
    namesakes: [a.id, b.id],
    again: firstTime.victimIds[0] ?? '',
    both: victimFirst.victimIds[0] ?? '',
    foreigners,
  };
}
