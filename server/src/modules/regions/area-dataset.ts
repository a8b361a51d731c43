import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { areaNotice, storedKey } from '@simpul/contract/regions/rules';
import { parse } from 'csv-parse/sync';

/** A list of areas ready to load, column by column: that is how `unnest` takes it. */
export interface AreaDataset {
  name: string;
  version: string;
  sha256: string;
  licence: string;
  decree: string;
  url: string;
  codes: string[];
  names: string[];
  keys: string[];
}

const files = ['provinces', 'regencies', 'districts', 'villages'] as const;

/** Raised when the way rows are made changes, so that the next start loads them again. */
const loaderVersion = 1;

const folder = () => path.join(path.dirname(createRequire(import.meta.url).resolve('idn-area-data')), '..');

/** Version and hash of the list the dependency carries; cheap enough for every start. */
export function readAreaFiles(): { version: string; sha256: string; texts: Buffer[] } {
  const root = folder();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const texts = files.map((name) => fs.readFileSync(path.join(root, 'data', `${name}.csv`)));
  const hash = createHash('sha256').update(`${loaderVersion}\n`);
  for (const text of texts) hash.update(text);
  return { version, sha256: hash.digest('hex'), texts };
}

/** Code is the first column and name the last; only the few lines with quotation marks need a real parser. */
function codeAndName(line: string): [string, string] {
  if (!line.includes('"')) return [line.slice(0, line.indexOf(',')), line.slice(line.lastIndexOf(',') + 1)];
  const row = (parse(line) as string[][])[0] ?? [];
  return [row[0] ?? '', row.at(-1) ?? ''];
}

export function parseAreaFiles(read: ReturnType<typeof readAreaFiles>): AreaDataset {
  const codes: string[] = [];
  const names: string[] = [];
  for (const text of read.texts)
    for (const line of text.toString('utf8').split(/\r?\n/).slice(1)) {
      if (line === '') continue;
      const [code, name] = codeAndName(line);
      codes.push(code);
      names.push(name.trim());
    }
  return {
    name: areaNotice.name,
    version: read.version,
    sha256: read.sha256,
    licence: areaNotice.licence,
    decree: areaNotice.decree,
    url: areaNotice.url,
    codes,
    names,
    keys: codes.map((code, i) => storedKey(code, names[i] ?? '')),
  };
}
