/** `npm run bench [NAME...]`: measures what the project promises; prints a table and writes bench/out/<time>.json. */
import fs from 'node:fs';
import path from 'node:path';
import { type Benchmark, type Figure, meets, table } from './lib/benchmark.ts';
import { machine, machineLine } from './lib/machine.ts';
import { crash } from './crash.ts';
import { firstLoad } from './first-load.ts';
import { importing } from './import.ts';
import { list } from './list.ts';
import { memory } from './memory.ts';
import { nameSearch } from './name-search.ts';
import { regionSearch } from './region-search.ts';
import { startUp } from './start-up.ts';

const benchmarks: readonly Benchmark[] = [
  startUp,
  memory,
  regionSearch,
  importing,
  list,
  crash,
  firstLoad,
  nameSearch,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benchmarks.some((b) => b.name === name));
const say = (line: string) => void process.stdout.write(`${line}\n`);
if (unknown.length > 0) {
  say(`There is no benchmark ${unknown.join(', ')}. Known: ${benchmarks.map((b) => b.name).join(', ')}.`);
  process.exit(2);
}

const at = machine();
say(machineLine(at));
const results: { name: string; about: string; figures: Figure[] }[] = [];
const failed: string[] = [];
for (const b of benchmarks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  say(`\n== ${b.name}: ${b.about}`);
  try {
    const figures = await b.run((line) => say(`   ${line}`));
    results.push({ name: b.name, about: b.about, figures });
    say(table([{ name: b.name, figures }]));
  } catch (error) {
    failed.push(b.name);
    say(`   failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
const out = path.join(import.meta.dirname, 'out');
fs.mkdirSync(out, { recursive: true });
const file = path.join(out, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);
fs.writeFileSync(file, `${JSON.stringify({ machine: at, results }, null, 2)}\n`);
if (results.length > 1) say(`\n${table(results)}`);
say(`\nWritten to ${path.relative(process.cwd(), file)}`);
const missed = results.flatMap(({ figures }) => figures.filter((f) => meets(f) === false));
if (missed.length > 0) say(`${missed.length} aims missed: ${missed.map((f) => f.what).join('; ')}`);
if (failed.length > 0) say(`Not measured: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
