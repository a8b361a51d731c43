import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Me } from '@simpul/contract/accounts/me';
import type { Import, Period } from '@simpul/contract/clearing/import';
import { codeSystems, yearBases } from '@simpul/contract/clearing/columns';
import { fileProblemMessage, problemMessage } from '../modules/clearing/index.ts';
import { type Api, connect } from './api.ts';
import { CliError } from './cli-error.ts';

const usage =
  'Usage: npx simpul import FILE... --agency CODE [--period 2024-Q4] [--accept] [--code-system kemendagri|bps] [--year-basis report|police|registration|offence] [--language id|en] [--home DIR] [--office]';

type Language = 'id' | 'en';

/** Which of the person's agencies `code` names: its code or its name. */
async function findAgency(api: Api, code: string): Promise<Record<string, string>> {
  const me = await api.get<Me>('/accounts/me');
  const grant = me.grants.find((g) => g.agencyCode === code || g.agencyName === code);
  if (!grant?.agencyId) {
    const own = me.grants.flatMap((g) => (g.agencyCode ? [g.agencyCode] : []));
    throw new CliError(`You do not act for ${code}. Your agencies: ${own.join(', ') || 'none'}.`);
  }
  return { 'x-agency': grant.agencyId };
}

const busy = new Set(['uploaded', 'checking', 'accepting']);

async function settled(api: Api, id: string, as: Record<string, string>): Promise<Import> {
  for (;;) {
    const now = await api.get<Import>(`/clearing/imports/${id}`, as);
    if (!busy.has(now.state)) return now;
    await wait(250);
  }
}

function told(found: Import, language: Language): string[] {
  const lines = found.refusals.map((p) => {
    const { what, mend } = fileProblemMessage(p, language);
    return `  ${what} ${mend}`;
  });
  for (const group of found.groups) {
    const { title, what, mend } = problemMessage(group.example, language);
    const mark = group.severity === 'error' ? '!' : '-';
    const at = `${group.example.row}${group.example.column ?? ''}`;
    lines.push(`  ${mark} ${title} (${group.rows}): [${at}] ${what} ${mend}`);
  }
  return lines;
}

interface Answers {
  codeSystem?: (typeof codeSystems)[number];
  yearBasis?: (typeof yearBases)[number];
}

interface Wish {
  /** Headers that say for which agency the person acts. */
  as: Record<string, string>;
  period: string;
  answers: Answers;
  accept: boolean;
  language: Language;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The quarter that was named, or the only one still open. */
async function findPeriod(api: Api, named: string | undefined, as: Wish['as']): Promise<string> {
  if (named) return named;
  const periods = await api.get<Period[]>('/clearing/periods', as);
  const open = periods.filter((p) => p.state === 'open').map((p) => p.code);
  const [only] = open;
  if (only && open.length === 1) return only;
  throw new CliError(
    only
      ? `Several quarters are open: name one with --period ${open.join(' | ')}.`
      : 'No quarter is open. The secretariat or the data steward opens one.',
  );
}

/** Checks a file and, where it is wished and nothing stands against it, takes it in; false where work is left. */
async function importOne(api: Api, file: string, wish: Wish): Promise<boolean> {
  const { as, period, answers, accept, language } = wish;
  if (!fs.existsSync(file)) throw new CliError(`There is no file ${file}.`);
  const uploaded = await api.upload(file, as);
  const made = await api.send<{ id: string }>('POST', '/clearing/imports', { file: uploaded.id, period }, as);
  let found = await settled(api, made.id, as);
  if (found.mapping && (found.state === 'recognised' || Object.keys(answers).length > 0)) {
    const mapping = { ...found.mapping, ...answers };
    await api.send('PUT', `/clearing/imports/${found.id}/mapping`, { mapping, version: found.version }, as);
    found = await settled(api, made.id, as);
  }
  const counts = `${found.rowsTotal} rows: ${found.rowsReady} ready, ${found.rowsWrong} wrong, ${found.rowsKnown} already there`;
  say(`${path.basename(file)} (${period}): ${found.state}, ${counts}`);
  for (const line of told(found, language)) say(line);
  if (found.state !== 'checked' || found.rowsWrong > 0) {
    say('  Nothing was taken in. Mend the file and hand it in again, or answer on the page Impor.');
    return false;
  }
  if (found.rowsReady === 0) {
    say('  Nothing new to take in.');
    return true;
  }
  if (!accept) {
    say('  Not taken in yet: run the command again with --accept, or take it in on the page Impor.');
    return true;
  }
  await api.send('POST', `/clearing/imports/${found.id}/accept`, { version: found.version }, as);
  const done = await settled(api, made.id, as);
  if (done.state !== 'accepted') {
    say(`  Not taken in: the import is ${done.state}.`);
    return false;
  }
  say(`  Taken in: ${done.rowsReady} rows. Confirm them and sign off on the page Verifikasi.`);
  return true;
}

const oneOf = <T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  flag: string,
): T | undefined => {
  if (value === undefined) return undefined;
  const found = allowed.find((a) => a === value);
  if (!found) throw new CliError(`--${flag} takes ${allowed.join(', ')}.`, 2);
  return found;
};

/** Hands files in for an agency, tells what is wrong with them and, with --accept, takes them in. */
export async function importFiles(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      period: { type: 'string' },
      accept: { type: 'boolean', default: false },
      'code-system': { type: 'string' },
      'year-basis': { type: 'string' },
      language: { type: 'string', default: 'id' },
      home: { type: 'string' },
      office: { type: 'boolean', default: false },
    },
  });
  const { agency } = values;
  if (positionals.length === 0 || !agency) throw new CliError(usage, 2);
  const codeSystem = oneOf(values['code-system'], codeSystems, 'code-system');
  const yearBasis = oneOf(values['year-basis'], yearBases, 'year-basis');
  const answers = { ...(codeSystem ? { codeSystem } : {}), ...(yearBasis ? { yearBasis } : {}) };
  const language = oneOf(values.language, ['id', 'en'] as const, 'language') ?? 'id';
  const api = await connect({ office: values.office, ...(values.home ? { home: values.home } : {}) });
  try {
    const as = await findAgency(api, agency);
    const wish = {
      as,
      period: await findPeriod(api, values.period, as),
      answers,
      accept: values.accept,
      language,
    };
    let good = true;
    for (const file of positionals) good = (await importOne(api, file, wish)) && good;
    if (!good) process.exitCode = 1;
  } finally {
    await api.close();
  }
}
