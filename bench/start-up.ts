/** Time until somebody can sign in: the very first start, which builds the web app and fills the demonstration, and later ones. */
import fs from 'node:fs';
import path from 'node:path';
import { type Benchmark, median } from './lib/benchmark.ts';
import { canMeasureMemory, processorSeconds } from './lib/processes.ts';
import { benchHome, removeHome, repoRoot, startDemo } from './lib/demo.ts';

const rounds = 3;

async function once(home: string) {
  const demo = await startDemo({ home, npm: true });
  const work = canMeasureMemory() ? processorSeconds(demo.pid) : Number.NaN;
  await demo.stop();
  return { wall: demo.seconds, work };
}
type Start = Awaited<ReturnType<typeof once>>;
const wall = (starts: Start[]) => median(starts.map((s) => s.wall));
const work = (starts: Start[]) => median(starts.map((s) => s.work));
const told = (start: Start | undefined) =>
  `${start?.wall.toFixed(1)} s (${start?.work.toFixed(1)} s of processor)`;

export const startUp: Benchmark = {
  name: 'start-up',
  about: `npm start until it answers: first start (no home, web not built) and restart, median of ${rounds}`,
  run: async (say) => {
    const home = benchHome('start-up');
    const first: Start[] = [];
    const again: Start[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      removeHome(home);
      fs.rmSync(path.join(repoRoot, 'web/dist'), { recursive: true, force: true });
      first.push(await once(home));
      again.push(await once(home));
      say(`round ${round}: first ${told(first.at(-1))}, again ${told(again.at(-1))}`);
    }
    removeHome(home);
    return [
      { what: 'ready after first start', value: wall(first), unit: 's', aim: { atMost: 10 } },
      { what: 'processor time of it, server, build and database', value: work(first), unit: 's' },
      { what: 'ready after a restart', value: wall(again), unit: 's', aim: { atMost: 2 } },
      { what: 'processor time of it', value: work(again), unit: 's' },
    ];
  },
};
