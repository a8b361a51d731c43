/** Generator of one route in a module of the reference shape: contract, function, binding, and a test that fails. */
import { GeneratorError, slugOf } from './names.ts';
import type { Made, Tree } from './tree.ts';

const readVerbs = /^(find|get|list|search)[A-Z]/;
const kebabOf = (camel: string) => camel.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
const snakeOf = (camel: string) => camel.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function contractOf(module: string, name: string, isRead: boolean): string {
  const path = `/${module}/${slugOf(kebabOf(name))}/{id}`;
  if (isRead)
    return `
  ${name}: read({
    path: '${path}',
    permission: '${module}.read',
    summary: 'What it answers, in one line',
  })
    .input(z.object({ id: P1(z.uuid()) }))
    .output(z.object({ id: P1(z.uuid()) })),
`;
  return `
  ${name}: command({
    path: '${path}',
    permission: '${module}.manage',
    audit: '${module}.${snakeOf(name)}',
    summary: 'What it changes, in one line',
  }).input(z.object({ id: P1(z.uuid()) })),
`;
}

/** The contract file must already import what the new entry uses. */
function checkImports(tree: Tree, file: string, isRead: boolean): void {
  const text = tree.read(file);
  const wanted = ['z', 'P1', isRead ? 'read' : 'command'];
  const missing = wanted.filter((name) => !new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\}`).test(text));
  if (missing.length > 0)
    throw new GeneratorError(
      `Import ${missing.join(', ')} in ${file} first (see contract/src/regions/routes.ts).`,
    );
}

export function newRoute(tree: Tree, module: string, name: string): Made {
  if (!/^[a-z]+([A-Z][a-z]+)+$/.test(name))
    throw new GeneratorError(`A route is a verb and a noun, such as acceptReferral; got "${name}".`);
  const home = `server/src/modules/${module}`;
  const contractFile = `contract/src/${module}/routes.ts`;
  for (const file of [contractFile, `${home}/routes.ts`])
    if (!tree.exists(file)) throw new GeneratorError(`There is no ${file}. Make the module first.`);
  const isRead = readVerbs.test(name);
  checkImports(tree, contractFile, isRead);
  const file = kebabOf(name);
  const answer = isRead ? '{ id: string }' : 'Ref';
  tree.insert(contractFile, `export const ${module}Routes = {`, '\n};', contractOf(module, name, isRead));
  tree.insert(`${home}/routes.ts`, "from '", '\nexport const', `import { ${name} } from './${file}.ts';\n`);
  tree.insert(
    `${home}/routes.ts`,
    `export const ${module}Router = {`,
    '};',
    `  ${name}: bind(contract.${name}, ${name}),\n`,
  );
  tree.write(
    `${home}/${file}.ts`,
    `${isRead ? '' : "import type { Ref } from '@simpul/contract/route';\n"}import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

/** What it does, for whom, and what it refuses. */
export function ${name}(_ctx: Ctx, _input: { id: string }): Promise<${answer}> {
  return Promise.reject(new AppError('unavailable'));
}
`,
  );
  const method = isRead ? 'GET' : 'POST';
  tree.write(
    `${home}/${file}.test.ts`,
    `import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('${name} does what its specification says', async () => {
  const person = await world.person('tf_secretariat');
  const r = await world.call(person, '${method}', \`/${module}/${file}/\${randomUUIDv7()}\`${isRead ? '' : ', {}'});
  expect(r.status).toBe(200);
});
`,
  );
  return {
    files: tree.files,
    next: [
      `Add its line to docs/specs/${module}.md and cite it in the test, which fails until the function is written`,
      `Write ${home}/${file}.ts; then npx vitest run ${home} and npm run docs`,
    ],
  };
}
