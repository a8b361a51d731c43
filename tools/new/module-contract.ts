/** The contract half of a new module: noun, rules, routes. */
import type { Names } from './names.ts';

export const noun = (n: Names): string => `import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { ${n.noun}States } from './rules.ts';

/** One ${n.words} as lists show it. */
export const ${n.Noun} = z.object({
  id: P1(z.uuid()),
  title: P1(z.string()),
  state: P1(z.enum(${n.noun}States)),
  version: P0(z.number().int()),
});
export type ${n.Noun} = z.infer<typeof ${n.Noun}>;

export const ${n.Noun}Detail = ${n.Noun}.extend({
  note: P1(z.string().nullable()),
  createdAt: P1(z.iso.datetime({ offset: true })),
  abilities: z.object({ close: P0(z.boolean()) }),
});
export type ${n.Noun}Detail = z.infer<typeof ${n.Noun}Detail>;

export const New${n.Noun} = z.object({
  title: P1(z.string().trim().min(3).max(200)),
  note: P1(z.string().trim().max(500).optional()),
});
export type New${n.Noun} = z.infer<typeof New${n.Noun}>;
`;

export const rules = (
  n: Names,
): string => `/** Rules about ${n.words} that need no database: the server refuses by them, the web shows buttons by them. */

export const ${n.noun}States = ['open', 'closed'] as const;
export type ${n.Noun}State = (typeof ${n.noun}States)[number];

/** Only what is open can be closed. */
export const isClosable = (state: ${n.Noun}State): boolean => state === 'open';
`;

export const routes = (n: Names): string => `import { z } from 'zod';
import { P1 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { command, read, Version } from '../route.ts';
import { New${n.Noun}, ${n.Noun}, ${n.Noun}Detail } from './${n.kebab}.ts';
import { ${n.noun}States } from './rules.ts';

const Id = P1(z.uuid());

export const ${n.module}Routes = {
  list${n.Nouns}: read({
    path: '/${n.module}/${n.kebabs}',
    permission: '${n.module}.read',
    summary: 'A page of ${n.words}s, the newest first',
  })
    .input(PageQuery.extend({ state: P1(z.enum(${n.noun}States).optional()) }))
    .output(page(${n.Noun})),

  get${n.Noun}: read({
    path: '/${n.module}/${n.kebabs}/{id}',
    permission: '${n.module}.read',
    summary: 'One ${n.words}',
  })
    .input(z.object({ id: Id }))
    .output(${n.Noun}Detail),

  create${n.Noun}: command({
    path: '/${n.module}/${n.kebabs}',
    permission: '${n.module}.manage',
    audit: '${n.module}.${n.snake}.create',
    summary: 'Enter a ${n.words}',
  }).input(New${n.Noun}),

  close${n.Noun}: command({
    path: '/${n.module}/${n.kebabs}/{id}/close',
    permission: '${n.module}.manage',
    audit: '${n.module}.${n.snake}.close',
    summary: 'Close a ${n.words}',
  }).input(z.object({ id: Id, version: Version })),
};
`;

export const spec = (n: Names): string => {
  const id = n.module.slice(0, 3).toUpperCase();
  return `# ${n.module}: ${n.words}s

Who does what here, when, and why. Code: \`contract/src/${n.module}\`, \`server/src/modules/${n.module}\`.

## What must hold

| id | line |
| --- | --- |
| ${id}-1 | A ${n.words} is entered with a title and is open. |
| ${id}-2 | Lists come in pages that do not overlap, the newest first, and show the own tenant only. |
| ${id}-3 | Only an open ${n.words} is closed, once; a stale version is refused and changes nothing. |
| ${id}-4 | Every change leaves one line in the audit trail, in its own transaction. |

## Who may do what

| route | capability |
| --- | --- |
| \`list${n.Nouns}\`, \`get${n.Noun}\` | \`${n.module}.read\` |
| \`create${n.Noun}\`, \`close${n.Noun}\` | \`${n.module}.manage\` |
`;
};
