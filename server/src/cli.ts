/** The command line. Each command is a file in cli/; data commands act for a person, through the API. */
import { CliError } from './cli/cli-error.ts';

interface Command {
  summary: string;
  run: (args: string[]) => Promise<void>;
}
const commands: Record<string, { summary: string; load: () => Promise<Command['run']> }> = {
  start: {
    summary: 'start [--office] [--dev] [--port N] [--home DIR]   database, server and web app',
    load: async () => (await import('./cli/start.ts')).start,
  },
  'setup-db': {
    summary: 'setup-db [--home DIR]   make the logins in the PostgreSQL of DATABASE_URL',
    load: async () => (await import('./cli/setup-db.ts')).setupDb,
  },
  found: {
    summary:
      'found --tenant 64 --name NAME --zone WITA --email ADDRESS --person NAME --basis TEXT   a task force and its first invitation',
    load: async () => (await import('./cli/found.ts')).found,
  },
  'recovery-key': {
    summary: 'recovery-key [--renew] [--home DIR]   make the key that opens backups; shown once',
    load: async () => (await import('./cli/recovery-key.ts')).recoveryKey,
  },
  backup: {
    summary: 'backup FOLDER [--home DIR]   encrypted backup of everything, while work goes on',
    load: async () => (await import('./cli/backup.ts')).backup,
  },
  restore: {
    summary: 'restore DATA-FILE [--keys FILE] --home NEW-HOME   fill an empty home from a backup',
    load: async () => (await import('./cli/restore.ts')).restore,
  },
  audit: {
    summary: 'audit verify [--heads FILE] [--home DIR]   find what was changed in the audit trail',
    load: async () => (await import('./cli/audit.ts')).audit,
  },
  keys: {
    summary: 'keys rotate-master | rotate-tenant CODE | status   re-wrap keys, no data is touched',
    load: async () => (await import('./cli/keys.ts')).keys,
  },
  import: {
    summary:
      'import FILE... --agency CODE [--period 2024-Q4] [--accept]   hand in files as the person of SIMPUL_TOKEN',
    load: async () => (await import('./cli/import.ts')).importFiles,
  },
  report: {
    summary: 'report --year 2022 --out laporan.docx   write the January report as Word or PDF',
    load: async () => (await import('./cli/report.ts')).report,
  },
  doctor: {
    summary: 'doctor [--home DIR]   check keys, recovery, audit trail and database',
    load: async () => (await import('./cli/doctor.ts')).doctor,
  },
};

const usage = () =>
  ['Usage: npx simpul <command>', '', ...Object.values(commands).map((c) => `  ${c.summary}`), ''].join('\n');

export async function main(argv: string[]): Promise<void> {
  const [name = '', ...args] = argv;
  const command = commands[name];
  if (!command) {
    process.stderr.write(usage());
    process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 2;
    return;
  }
  try {
    const run = await command.load();
    await run(args);
  } catch (error) {
    if (!(error instanceof CliError) && process.env['SIMPUL_DEBUG']) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof CliError ? error.exitCode : 1;
  }
}
