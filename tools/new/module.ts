/** Generator of a module: the shape of the reference module around one noun, registered and ready to test. */
import * as contract from './module-contract.ts';
import * as server from './module-server.ts';
import * as tests from './module-tests.ts';
import { GeneratorError, type Names, namesOf } from './names.ts';
import { type Made, nextNumber, type Tree } from './tree.ts';

const roles = 'contract/src/accounts/roles.ts';

function register(tree: Tree, n: Names): void {
  const end = '\n/** ';
  tree.insert(
    'contract/src/router.ts',
    "from './",
    end,
    `import { ${n.module}Routes } from './${n.module}/routes.ts';\n`,
  );
  tree.insert(
    'contract/src/router.ts',
    'export const contract = {',
    '};',
    `  ${n.module}: ${n.module}Routes,\n`,
  );
  tree.insert(
    'server/src/router.ts',
    "from './",
    end,
    `import { ${n.module}Router } from './modules/${n.module}/index.ts';\n`,
  );
  tree.insert('server/src/router.ts', 'export const router = {', '};', `  ${n.module}: ${n.module}Router,\n`);
  tree.insert(
    roles,
    'export const capabilities = [',
    '] as const;',
    `  '${n.module}.read',\n  '${n.module}.manage',\n`,
  );
  tree.insert(roles, 'const everyone: Capability[] = [', ']', `, '${n.module}.read'`);
  tree.insert(roles, "role('tf_secretariat'", '  ]),', `  '${n.module}.manage',\n`);
}

export function newModule(tree: Tree, module: string, noun: string): Made {
  const n = namesOf(module, noun);
  const home = `server/src/modules/${module}`;
  if (tree.exists(home) || tree.exists(`contract/src/${module}`))
    throw new GeneratorError(
      `There is a module ${module} already. Add to it: npm run new -- route ${module} ...`,
    );
  tree.write(`contract/src/${module}/${n.kebab}.ts`, contract.noun(n));
  tree.write(`contract/src/${module}/rules.ts`, contract.rules(n));
  tree.write(`contract/src/${module}/routes.ts`, contract.routes(n));
  tree.write(`server/migrations/${nextNumber(tree, 'server/migrations')}_${module}.sql`, server.migration(n));
  tree.write(`${home}/index.ts`, server.door(n));
  tree.write(`${home}/routes.ts`, server.routes(n));
  tree.write(`${home}/policy.ts`, server.policy(n));
  tree.write(`${home}/reads.ts`, server.reads(n));
  tree.write(`${home}/create-${n.kebab}.ts`, server.create(n));
  tree.write(`${home}/close-${n.kebab}.ts`, server.close(n));
  tree.write(`${home}/${n.kebabs}.test.ts`, tests.operations(n));
  tree.write(`${home}/policy.test.ts`, tests.roles(n));
  tree.write(`docs/specs/${module}.md`, contract.spec(n));
  register(tree, n);
  return {
    files: tree.files,
    next: [
      `Say in docs/specs/${module}.md what must hold, then change noun, rules and table until they say the same`,
      `npx vitest run ${home}`,
      'npm run docs   (access matrix and table types)',
      'Screens: web/README.md, "Adding a feature"; web/src/features/agencies is the shape',
    ],
  };
}
