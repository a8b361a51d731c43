/** Server, database, or both killed (-9) in the middle of imports: what was answered for must be there, whole. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Benchmark, timed } from './lib/benchmark.ts';
import { type Client, signIn } from './lib/client.ts';
import { copyOfDemo, type Demo, removeHome, startDemo } from './lib/demo.ts';
import { check, contact, period, settled, startAccepting } from './lib/hand-in.ts';
import { writeLargeFile } from './lib/large-file.ts';
import { tree } from './lib/processes.ts';
import { reachDatabase } from '../server/src/cli/reach-database.ts';
import { asMaintenance } from '../server/src/platform/db/maintenance.ts';

const rounds = 20;
const rows = 4000;
type Victim = 'server' | 'database' | 'both';
const victims: readonly Victim[] = ['server', 'database', 'both'];

/** What the server has answered for so far in this round. */
interface Answered {
  file?: string;
  import?: string;
  accepted?: true;
}

/** One import from upload to taken in, noting every answer; ends with the connection. */
async function importOne(person: Client, file: string, answered: Answered): Promise<void> {
  const uploaded = await person.upload(file);
  answered.file = uploaded.id;
  const made = await person.send<{ id: string }>('POST', '/clearing/imports', { file: uploaded.id, period });
  answered.import = made.id;
  const found = await settled(person, made.id, 50);
  await startAccepting(person, found);
  answered.accepted = true;
  await settled(person, made.id, 50);
}

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It fell with another one.
  }
};

async function killAtOnce(demo: Demo, victim: Victim): Promise<void> {
  const others = tree(demo.pid).filter((pid) => pid !== demo.pid);
  if (victim !== 'database') kill(demo.pid);
  if (victim !== 'server') others.forEach(kill);
  // A server without its database is stopped by whoever keeps it; it must then go.
  if (victim === 'database') process.kill(demo.pid, 'SIGTERM');
  const stuck = setTimeout(() => kill(demo.pid), 20_000);
  await demo.ended;
  clearTimeout(stuck);
}

interface Found {
  lost: string[];
  half: string[];
}

/** Holds the database against what was answered for, in this round and in all before. */
async function inspect(home: string, all: readonly Answered[]): Promise<Found> {
  const database = await reachDatabase(home);
  try {
    return await asMaintenance(database.owner, 'migrate', async (client) => {
      const files = await client.query<{ id: string; tenant: string }>(
        'select id, tenant from platform.file',
      );
      const known = new Set(files.rows.map((r) => r.id));
      const imports = await client.query<{
        id: string;
        state: string;
        rows: number;
        sealed: number;
        ready: number;
      }>(
        `select i.id, i.state, i.rows_ready as ready, count(r.id)::int as rows, count(s.row)::int as sealed
           from clearing.import i
           left join clearing.source_row r on r.import = i.id
           left join clearing.row_identity s on s.row = r.id
          where i.period = $1 group by i.id`,
        [period],
      );
      const states = new Map(imports.rows.map((r) => [r.id, r.state]));
      const onDisk = (f: { id: string; tenant: string }) =>
        fs.existsSync(path.join(home, 'files', f.tenant, f.id.slice(0, 2), f.id));
      return {
        lost: all.flatMap((a) => [
          ...(a.file && !known.has(a.file) ? [`file ${a.file}`] : []),
          ...(a.import && !states.has(a.import) ? [`import ${a.import}`] : []),
          ...(a.accepted && states.get(a.import ?? '') !== 'accepted' ? [`acceptance of ${a.import}`] : []),
        ]),
        half: [
          ...imports.rows
            .filter((r) => (r.state === 'accepted' ? r.rows !== r.ready || r.sealed !== r.ready : r.rows > 0))
            .map((r) => `import ${r.id}: ${r.state} with ${r.rows} of ${r.ready} rows, ${r.sealed} sealed`),
          ...files.rows.filter((f) => !onDisk(f)).map((f) => `file ${f.id} has no content`),
        ],
      };
    });
  } finally {
    await database.close();
  }
}

export const crash: Benchmark = {
  name: 'crash',
  about: `server, database or both killed (-9) during ${rounds} imports of ${rows.toLocaleString('en')} rows, then started again`,
  run: async (say) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-bench-'));
    const home = await copyOfDemo('crash');
    const file = (n: number) => {
      const name = path.join(folder, `${n}.csv`);
      writeLargeFile(name, rows, `K${n}-`);
      return name;
    };
    let demo = await startDemo({ home });
    const all: Answered[] = [];
    const lost = new Set<string>();
    const half = new Set<string>();
    const restarts: number[] = [];
    let interrupted = 0;
    try {
      let person = await signIn(demo, contact);
      const whole: Answered = {};
      const undisturbed = await timed(() => importOne(person, file(0), whole));
      all.push(whole);
      for (let n = 1; n <= rounds; n += 1) {
        const victim = victims[n % victims.length] ?? 'both';
        const answered: Answered = {};
        all.push(answered);
        let ended = false;
        const going = importOne(person, file(n), answered).then(
          () => (ended = true),
          () => {},
        );
        // Spread over the whole import: upload, check, taking in.
        await wait((undisturbed * (n - 0.5)) / rounds);
        if (!ended) interrupted += 1;
        await killAtOnce(demo, victim);
        await going;
        const stage = answered.accepted
          ? 'taking in'
          : answered.import
            ? 'check'
            : answered.file
              ? 'note'
              : 'upload';
        demo = await startDemo({ home });
        restarts.push(demo.seconds);
        person = await signIn(demo, contact);
        // What was accepted before is taken up again by itself.
        if (answered.accepted && answered.import) await settled(person, answered.import);
        const found = await inspect(home, all);
        for (const what of found.lost) lost.add(what);
        for (const what of found.half) half.add(what);
        say(
          `${n}: ${victim} killed during ${ended ? 'nothing' : stage}; lost ${lost.size}, half ${half.size}`,
        );
      }
      // After all that the file that met the last kill can still be handed in.
      await check(person, (await person.upload(file(rounds + 1))).id);
    } finally {
      await demo.stop();
      fs.rmSync(folder, { recursive: true });
    }
    for (const what of [...lost, ...half]) say(what);
    removeHome(home);
    return [
      { what: 'imports interrupted', value: interrupted, unit: 'count', aim: { exactly: rounds } },
      { what: 'acknowledged and lost', value: lost.size, unit: 'count', aim: { exactly: 0 } },
      { what: 'half imported', value: half.size, unit: 'count', aim: { exactly: 0 } },
      { what: 'slowest start after a kill', value: Math.max(...restarts), unit: 's' },
    ];
  },
};
