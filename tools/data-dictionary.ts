/** docs/data-dictionary.md: every table and column with its class, from the comments in the migrations. */
import { readMigrations } from '../server/src/platform/db/migrate.ts';

interface Column {
  name: string;
  sensitivity: string;
  meaning: string;
}
interface Table {
  name: string;
  meaning: string;
  columns: Column[];
}

const unquote = (text: string) => text.replaceAll("''", "'");
const comment = /comment on (table|column) ([a-z_."]+) is\s+'((?:[^']|'')*)';/g;

/** Tables in the order they were made; a later comment replaces an earlier one. */
export function readTables(sql: readonly string[]): Table[] {
  const tables = new Map<string, Table>();
  for (const text of sql)
    for (const [, kind, where = '', words = ''] of text.matchAll(comment)) {
      const parts = where.replaceAll('"', '').split('.');
      const name = parts.slice(0, 2).join('.');
      const table = tables.get(name) ?? { name, meaning: '', columns: [] };
      tables.set(name, table);
      if (kind === 'table') table.meaning = unquote(words);
      else {
        const [sensitivity = '', ...rest] = unquote(words).split(' · ');
        const column = { name: parts[2] ?? '', sensitivity, meaning: rest.join(' · ') };
        const at = table.columns.findIndex((c) => c.name === column.name);
        if (at < 0) table.columns.push(column);
        else table.columns[at] = column;
      }
    }
  return [...tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const cell = (text: string) => text.replaceAll('|', '\\|');

export function dataDictionary(tables = readTables(readMigrations().map((m) => m.sql))): string {
  const parts = tables.map((t) =>
    [
      `## ${t.name}`,
      '',
      t.meaning,
      '',
      '| column | class | meaning |',
      '| --- | --- | --- |',
      ...t.columns.map((c) => `| ${c.name} | ${c.sensitivity} | ${cell(c.meaning)} |`),
      '',
    ].join('\n'),
  );
  return [
    '# Data dictionary',
    '',
    'Written by `npm run docs` from the comments in `server/migrations`; change them there. Classes: P0 public aggregate, P1 internal aggregate, P2 pseudonymous line, P3 identity, P4 specific or sensitive, P5 legally restricted.',
    '',
    ...parts,
  ].join('\n');
}
