/** Memory of server and database together while nobody uses them. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Benchmark, Figure } from './lib/benchmark.ts';
import { signIn } from './lib/client.ts';
import { benchHome, type Demo, removeHome, startDemo } from './lib/demo.ts';
import { canMeasureMemory, proportional, tree } from './lib/processes.ts';

const idleSeconds = 60;

/** One person signs in and looks around, as somebody does in the morning; then nothing happens. */
async function idle(demo: Demo): Promise<number> {
  const person = await signIn(demo, 'tf-secretariat');
  for (const path of ['/accounts/me', '/duties/deadlines', '/regions/search?text=samarnda', '/figures'])
    await person.raw(path);
  await wait(idleSeconds * 1000);
  return proportional(tree(demo.pid));
}

export const memory: Benchmark = {
  name: 'memory',
  about: `server and database together, shared pages counted once (PSS), ${idleSeconds} s after one person's last request`,
  run: async (say) => {
    if (!canMeasureMemory()) {
      say('skipped: this system does not tell the memory of processes');
      return [];
    }
    const home = benchHome('memory');
    removeHome(home);
    const figures: Figure[] = [];
    for (const what of ['after the first start', 'after a restart']) {
      const demo = await startDemo({ home });
      figures.push({ what, value: await idle(demo), unit: 'MB', aim: { atMost: 250 } });
      say(`${what}: server ${proportional([demo.pid]).toFixed(0)} MB`);
      await demo.stop();
    }
    removeHome(home);
    return figures;
  },
};
