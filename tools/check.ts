/** `npm run check`: format, lint with types, compilers, guard and unit tests; stops at the first that fails. */
import { spawnSync } from 'node:child_process';

const steps: [name: string, command: string, args: string[]][] = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--quiet']],
  ['types: server, contract, engine, tools', 'tsc', ['-p', 'tsconfig.json']],
  ['types: web', 'tsc', ['-p', 'web/tsconfig.json']],
  [
    'guard and unit tests',
    'vitest',
    ['run', '--reporter=dot', 'contract', 'engine', 'tools', 'server/test', 'web'],
  ],
];

for (const [name, command, args] of steps) {
  const started = Date.now();
  const done = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (done.status !== 0) process.exit(1);
}
