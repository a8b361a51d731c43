/** Generators of a migration and of a decision record. */
import { GeneratorError, slugOf } from './names.ts';
import { type Made, nextNumber, type Tree } from './tree.ts';

export function newMigration(tree: Tree, title: string): Made {
  const slug = slugOf(title).replaceAll('-', '_');
  if (slug === '')
    throw new GeneratorError('Say what the migration does: npm run new -- migration "add case notes"');
  const file = `server/migrations/${nextNumber(tree, 'server/migrations')}_${slug}.sql`;
  tree.write(
    file,
    `-- ${title}: why, and what it changes.
--
-- A new table: its own schema, platform.protect() in this file, permissive policies written with
-- (select platform.actor()) and (select accounts.can('...')), a comment with its class on every column,
-- an index behind every foreign key (server/test/schema.test.ts refuses anything less).
-- A landed migration never changes; to mend one, write the next.
`,
  );
  return {
    files: tree.files,
    next: [`Write the SQL in ${file}`, 'npx vitest run server/test/schema.test.ts'],
  };
}

export function newDecision(tree: Tree, title: string): Made {
  const slug = slugOf(title);
  if (slug === '')
    throw new GeneratorError('Give the decision a title: npm run new -- adr "Names are sealed"');
  const id = nextNumber(tree, 'docs/decisions');
  const file = `docs/decisions/${id}-${slug}.md`;
  tree.write(
    file,
    `# ${Number(id)}. ${title}

Status: proposed.

## Question

What has to be decided, and what it depends on.

## What was tried

Measured numbers, with the machine they were measured on.

## Decision

What is done.

## Consequence

What becomes easier, what becomes harder, and what would reopen the question.
`,
  );
  return { files: tree.files, next: [`Write ${file}; a reversal of another record names it`] };
}
