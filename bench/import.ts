/** A file of 100,000 rows from upload to rows taken in, over HTTP, and the most memory the server ever had. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse';
import { type Benchmark, timed } from './lib/benchmark.ts';
import { signIn } from './lib/client.ts';
import { copyOfDemo, removeHome, startDemo } from './lib/demo.ts';
import { check, contact, settled, startAccepting } from './lib/hand-in.ts';
import { writeLargeFile } from './lib/large-file.ts';
import { canMeasureMemory, peakResident, processorSeconds, resident } from './lib/processes.ts';

const rows = 100_000;

async function plainParse(file: string): Promise<void> {
  const parser = fs.createReadStream(file).pipe(parse({ delimiter: ';', bom: true }));
  let seen = 0;
  for await (const _row of parser) seen += 1;
  if (seen !== rows + 1) throw new Error(`The plain reader saw ${seen} lines.`);
}

export const importing: Benchmark = {
  name: 'import',
  about: `a CSV of ${rows.toLocaleString('en')} rows and 20 columns: uploaded, checked, taken in with sealed identity`,
  run: async (say) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-bench-'));
    const file = path.join(folder, 'large.csv');
    writeLargeFile(file, rows);
    say(`${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
    const home = await copyOfDemo('import');
    const demo = await startDemo({ home });
    try {
      const person = await signIn(demo, contact);
      const before = resident(demo.pid);
      const workBefore = canMeasureMemory() ? processorSeconds(demo.pid) : 0;
      let uploaded = { id: '' };
      const upload = await timed(async () => {
        uploaded = await person.upload(file);
      });
      let found = { id: '', version: 0 };
      const checking = await timed(async () => {
        found = await check(person, uploaded.id);
      });
      const accepting = await timed(async () => {
        await startAccepting(person, found);
        const done = await settled(person, found.id);
        if (done.state !== 'accepted' || done.rowsReady !== rows)
          throw new Error(`The import came out ${done.state} with ${done.rowsReady} rows.`);
      });
      const work = canMeasureMemory() ? processorSeconds(demo.pid) - workBefore : 0;
      const peak = peakResident(demo.pid);
      const plain = await timed(() => plainParse(file));
      const seconds = (ms: number) => ms / 1000;
      return [
        {
          what: 'upload to taken in',
          value: seconds(upload + checking + accepting),
          unit: 's',
          aim: { atMost: 60 },
          peer: { what: 'csv-parse reads the file and drops the rows', value: seconds(plain) },
        },
        { what: 'of it the upload', value: seconds(upload), unit: 's' },
        { what: 'of it the check', value: seconds(checking), unit: 's' },
        { what: 'of it taking in', value: seconds(accepting), unit: 's' },
        ...(canMeasureMemory()
          ? ([
              { what: 'processor time, server and database', value: work, unit: 's' },
              { what: 'server, most memory ever', value: peak, unit: 'MB', aim: { atMost: 400 } },
              { what: 'server, memory before', value: before, unit: 'MB' },
            ] as const)
          : []),
      ];
    } finally {
      await demo.stop();
      removeHome(home);
      fs.rmSync(folder, { recursive: true });
    }
  },
};
