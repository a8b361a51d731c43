/** `npm run new -- module|route|migration|adr <name>`: files in the shape of the reference module (regions, agencies). */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { newModule } from './new/module.ts';
import { GeneratorError } from './new/names.ts';
import { newDecision, newMigration } from './new/papers.ts';
import { newRoute } from './new/route.ts';
import { type Made, type Tree, treeAt } from './new/tree.ts';

const usage = `Usage:
  npm run new -- module <module> <noun>      intake complaint: contract, tables, module, tests, specification
  npm run new -- route <module> <verbNoun>   intake acceptComplaint: one route with a test that fails at first
  npm run new -- migration "<what it does>"  the next numbered SQL file
  npm run new -- adr "<title>"               the next numbered decision record
`;

/** Runs one generator in a checkout; throws `GeneratorError` with words for the person. */
export function generate(tree: Tree, [kind = '', ...words]: string[]): Made {
  const [first, second] = words;
  if (kind === 'module' && first && second) return newModule(tree, first, second);
  if (kind === 'route' && first && second) return newRoute(tree, first, second);
  if (kind === 'migration' && first) return newMigration(tree, words.join(' '));
  if (kind === 'adr' && first) return newDecision(tree, words.join(' '));
  throw new GeneratorError(usage);
}

function main(): void {
  const root = path.join(import.meta.dirname, '..');
  try {
    const { files, next } = generate(treeAt(root), process.argv.slice(2));
    spawnSync(
      'oxfmt',
      files.filter((f) => !f.endsWith('.sql')),
      { cwd: root },
    );
    process.stdout.write(
      `${files.map((f) => `  ${f}`).join('\n')}\n\nNext:\n${next.map((n) => `  - ${n}`).join('\n')}\n`,
    );
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

if (process.argv[1] === import.meta.filename) main();
