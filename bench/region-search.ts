/** Finding an area letter by letter, and walking down to it, over HTTP on a running demonstration. */
import { type Benchmark, quantile, timed } from './lib/benchmark.ts';
import { type Client, signIn } from './lib/client.ts';
import { copyOfDemo, removeHome, startDemo } from './lib/demo.ts';
import { reachDatabase } from '../server/src/cli/reach-database.ts';

/** As people type: whole names, names with what lies around them, old names, typing errors, codes. */
const typed = [
  'samarinda',
  'sepaku penajam paser utara',
  'sukamaju',
  'sukamaju kutai kartanegara',
  'sungai kunjang',
  'ujung pandang',
  'samarnda sebrang',
  'balikpappan',
  'kutay timur',
  'jogjakarta',
  '64.72.03',
  'muara badak ulu',
];
/** One step down at each level; 64.09.05 has many villages. */
const walked = ['', '64', '64.02', '64.09', '64.02.06', '33', '33.27', '33.27.08'];

const steps = typed.flatMap((text) =>
  Array.from({ length: text.length - 1 }, (_, i) => text.slice(0, i + 2)).filter(
    (part) => !part.endsWith(' '),
  ),
);

async function measure(person: Client, paths: readonly string[], rounds: number) {
  const times: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const path of paths)
      times.push(
        await timed(async () => {
          sizes.push((await person.raw(path)).length);
        }),
      );
  return { times, sizes };
}

/** What one would write first: any name that holds the letters, shortest code first. */
async function plainScan(home: string): Promise<number[]> {
  const database = await reachDatabase(home);
  try {
    const times: number[] = [];
    await database.owner.query('select 1');
    for (const text of steps)
      times.push(
        await timed(() =>
          database.owner.query(
            `select code, name from regions.area where name ilike '%' || $1 || '%' order by length(code), name limit 8`,
            [text],
          ),
        ),
      );
    return times;
  } finally {
    await database.close();
  }
}

export const regionSearch: Benchmark = {
  name: 'region-search',
  about: `${typed.length} places typed letter by letter (${steps.length} steps) among 91,599 areas, over HTTP`,
  run: async () => {
    const home = await copyOfDemo('region-search');
    const demo = await startDemo({ home });
    try {
      const person = await signIn(demo, 'tf-secretariat');
      const search = (text: string) => `/regions/search?text=${encodeURIComponent(text)}`;
      const children = (parent: string) => `/regions/areas?limit=50${parent ? `&parent=${parent}` : ''}`;
      const first = await timed(() => person.raw(search('samarnda')));
      await measure(person, steps.slice(0, 50).map(search), 1);
      const found = await measure(person, steps.map(search), 3);
      const down = await measure(person, walked.map(children), 10);
      const plain = await plainScan(home);
      return [
        {
          what: 'search step, p95',
          value: quantile(found.times, 0.95),
          unit: 'ms',
          aim: { atMost: 30 },
          peer: {
            what: 'ILIKE scan in SQL alone, without HTTP, sign-in, typing errors',
            value: quantile(plain, 0.95),
          },
        },
        {
          what: 'search step, p50',
          value: quantile(found.times, 0.5),
          unit: 'ms',
          peer: { what: 'the same scan', value: quantile(plain, 0.5) },
        },
        {
          what: 'largest answer of a search step',
          value: Math.max(...found.sizes),
          unit: 'B',
          aim: { atMost: 5000 },
        },
        {
          what: 'step down the levels, p95',
          value: quantile(down.times, 0.95),
          unit: 'ms',
          aim: { atMost: 30 },
        },
        {
          what: 'largest answer of a step down',
          value: Math.max(...down.sizes),
          unit: 'B',
          aim: { atMost: 5000 },
        },
        { what: 'very first misspelled search after a start', value: first, unit: 'ms' },
      ];
    } finally {
      await demo.stop();
      removeHome(home);
    }
  },
};
