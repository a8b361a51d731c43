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
