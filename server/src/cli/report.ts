import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Me } from '@simpul/contract/accounts/me';
import type { ReportPage, ReportView } from '@simpul/contract/reporting/report';
import type { z } from 'zod';
import { type Api, connect } from './api.ts';
import { CliError } from './cli-error.ts';

const usage =
  'Usage: npx simpul report --year 2022 --out laporan.docx|laporan.pdf [--refresh] [--home DIR] [--office]';
const formats = ['docx', 'pdf'] as const;

/** The newest report of the year that was not laid aside; a draft is opened where there is none. */
async function reportOf(api: Api, year: number) {
  const { items } = await api.get<z.infer<typeof ReportPage>>('/reporting/reports?limit=200');
  const found = items
    .filter((r) => r.year === year && r.state !== 'withdrawn')
    .sort((a, b) => b.edition - a.edition)[0];
  if (found) return found;
  const { capabilities } = await api.get<Me>('/accounts/me');
  if (!capabilities.includes('reporting.draft'))
    throw new CliError(`There is no report of ${year} yet. The secretariat opens one.`);
  await api.send('POST', '/reporting/reports', { year });
  const again = await api.get<z.infer<typeof ReportPage>>('/reporting/reports?limit=200');
  const made = again.items.find((r) => r.year === year && r.state === 'draft');
  if (!made) throw new CliError(`No report of ${year} could be opened.`);
  return made;
}

/** Writes the January report of a year as Word or PDF: the draft as it stands, or the signed paper. */
export async function report(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      year: { type: 'string' },
      out: { type: 'string' },
      refresh: { type: 'boolean', default: false },
      home: { type: 'string' },
      office: { type: 'boolean', default: false },
    },
  });
  const year = Number(values.year);
  const { out } = values;
  const format = formats.find((f) => out?.toLowerCase().endsWith(`.${f}`));
  if (!Number.isInteger(year) || !out || !format) throw new CliError(usage, 2);
  if (!fs.existsSync(path.dirname(path.resolve(out))))
    throw new CliError(`There is no folder ${path.dirname(out)}.`);
  const api = await connect({ office: values.office, ...(values.home ? { home: values.home } : {}) });
  try {
    const found = await reportOf(api, year);
    if (values.refresh && found.state === 'draft') {
      const { version } = await api.get<z.infer<typeof ReportView>>(`/reporting/reports/${found.id}`);
      await api.send('POST', `/reporting/reports/${found.id}/refresh`, { version });
    }
    const bytes = await api.download(`/downloads/reporting/reports/${found.id}/${format}`, out);
    process.stdout.write(`${path.basename(out)}: report of ${year}, ${found.state}, ${bytes} bytes\n`);
  } finally {
    await api.close();
  }
}
