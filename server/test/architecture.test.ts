import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, readImports } from './imports.ts';

const root = path.join(import.meta.dirname, '../..');

interface Rule {
  name: string;
  /** What is wrong with this import, in words that say where the code should go; undefined when it is fine. */
  check: (i: Import) => string | undefined;
}

const moduleOf = (file: string | undefined) => /^server\/src\/modules\/([^/]+)\//.exec(file ?? '')?.[1];
const inside = (file: string | undefined, ...folders: string[]) => folders.some((f) => file?.startsWith(f));
const isTest = (file: string) => /\.(test|fixture)\.tsx?$/.test(file);
const packageOf = (specifier: string) =>
  specifier.startsWith('.') || specifier.startsWith('node:')
    ? undefined
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const workspacesMayUse: Record<string, string[]> = {
  'contract/src/': ['contract/src/'],
  'engine/src/': ['engine/src/'],
  'server/': ['server/', 'contract/src/', 'engine/src/', 'package.json'],
  'web/src/': ['web/src/', 'contract/src/'],
};

const rules: Rule[] = [
  {
    name: 'workspaces point one way: web -> contract; server -> contract, engine',
    check: ({ from, to }) => {
      const home = Object.keys(workspacesMayUse).find((w) => from.startsWith(w));
      if (inside(from, 'server/test/') && inside(to, 'tools/')) return undefined;
      if (!home || to === undefined || inside(to, ...(workspacesMayUse[home] ?? []))) return undefined;
      return `${home} must not reach ${to}. Put what both need into contract, or pure statistics into engine.`;
    },
  },
  {
    name: 'contract and engine do no input or output',
    check: ({ from, specifier }) =>
      inside(from, 'contract/src/', 'engine/src/') && !isTest(from) && specifier.startsWith('node:')
        ? `${specifier} does input or output. Pass the value in from server.`
        : undefined,
  },
  {
    name: 'contract imports zod and the contract library only',
    check: ({ from, specifier }) => {
      const name = packageOf(specifier);
      return inside(from, 'contract/src/') &&
        !isTest(from) &&
        name &&
        !['zod', '@orpc/contract'].includes(name)
        ? `${name} does not belong in contract. Use it in server or web.`
        : undefined;
    },
  },
  {
    name: 'a module reaches another only through its door',
    check: ({ from, to }) => {
      const [a, b] = [moduleOf(from), moduleOf(to)];
      return a && b && a !== b && to !== `server/src/modules/${b}/index.ts`
        ? `Module ${a} reaches into ${b}. Export what it needs from server/src/modules/${b}/index.ts.`
        : undefined;
    },
  },
  {
    name: 'platform knows no module',
    check: ({ from, to }) =>
      inside(from, 'server/src/platform/') && !isTest(from) && moduleOf(to)
        ? `Platform reaches module ${moduleOf(to)}. Pass a function in, or move the meaning into the module.`
        : undefined,
  },
  {
    name: 'only platform/http knows the web framework',
    check: ({ from, specifier }) =>
      inside(from, 'server/') &&
      /^(fastify|@fastify\/.+|@orpc\/(server|openapi).*)$/.test(specifier) &&
      !inside(from, 'server/src/platform/http/', 'server/test/') &&
      from !== 'server/src/platform/log.ts'
        ? `${specifier} belongs to server/src/platform/http. Use bind() or serveDownload().`
        : undefined,
  },
  {
    name: 'only platform/db knows the driver',
    check: ({ from, specifier }) =>
      specifier === 'pg' && !inside(from, 'server/src/platform/db/', 'server/test/', 'bench/')
        ? 'The driver belongs to server/src/platform/db. Use ctx.client or ctx.tx.'
        : undefined,
  },
  {
    name: 'web: routes -> features -> ui; features do not know each other',
    check: ({ from, to }) => {
      if (!inside(from, 'web/src/') || to === undefined) return undefined;
      const feature = (f: string) => /^web\/src\/features\/([^/]+)\//.exec(f)?.[1];
      const [a, b] = [feature(from), feature(to)];
      if (a && b && a !== b)
        return `Feature ${a} reaches feature ${b}. Compose them in routes, or move the part to ui.`;
      if (inside(from, 'web/src/ui/') && (b || inside(to, 'web/src/routes/')))
        return 'ui knows no feature. Pass it in as a property.';
      if (a && inside(to, 'web/src/routes/')) return 'A feature must not know routes. Pass a link in.';
      return undefined;
    },
  },
];

const broken = (imports: Import[], rule: Rule): string[] =>
  imports.flatMap((i) => {
    const wrong = rule.check(i);
    return wrong ? [`${i.from}:${i.line} ${wrong}`] : [];
  });

const { files, imports } = readImports(root);

/** One import that breaks each rule, in the order of `rules`. */
const planted: [file: string, text: string][] = [
  ['web/src/ui/planted.ts', "import { app } from '@simpul/server/app';"],
  ['contract/src/planted.ts', "import fs from 'node:fs';"],
  ['contract/src/planted.ts', "import Fastify from 'fastify';"],
  ['server/src/modules/duties/planted.ts', "import { a } from '../regions/reads.ts';"],
  ['server/src/platform/planted.ts', "import {\n  a,\n} from '../modules/regions/index.ts';"],
  ['server/src/modules/duties/planted.ts', "import Fastify from 'fastify';"],
  ['server/src/modules/duties/planted.ts', "import pg from 'pg';"],
  ['web/src/features/duties/planted.ts', "import { a } from '../regions/queries.ts';"],
];

test('the reader sees the files of all workspaces', () => {
  for (const folder of ['contract/src/', 'server/src/platform/', 'server/src/modules/', 'web/src/'])
    expect(files.filter((f) => f.startsWith(folder)).length, folder).toBeGreaterThan(5);
  expect(imports.length).toBeGreaterThan(500);
});

describe.each(rules.map((rule, i) => ({ name: rule.name, rule, plant: planted[i] })))(
  '$name',
  ({ rule, plant }) => {
    test('no file breaks it', () => {
      expect(broken(imports, rule)).toEqual([]);
    });
    test('a planted import breaks it', () => {
      const [file, text] = plant ?? ['', ''];
      expect(broken(importsOf(root, path.join(root, file), text), rule)).toHaveLength(1);
    });
  },
);

function circles(links: Map<string, Set<string>>): string[] {
  const found: string[] = [];
  const visit = (node: string, trail: string[]) => {
    if (trail.includes(node))
      return void found.push([...trail.slice(trail.indexOf(node)), node].join(' -> '));
    for (const next of links.get(node) ?? []) visit(next, [...trail, node]);
  };
  for (const node of links.keys()) visit(node, []);
  return found;
}

function moduleLinks(all: Import[]): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  for (const { from, to } of all) {
    const [a, b] = [moduleOf(from), moduleOf(to)];
    if (a && b && a !== b && !isTest(from)) links.set(a, (links.get(a) ?? new Set()).add(b));
  }
  return links;
}

test('modules form no circle, and a planted circle is seen', () => {
  expect(circles(moduleLinks(imports))).toEqual([]);
  expect(
    circles(
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['a'])],
      ]),
    ),
  ).not.toEqual([]);
});

test('a module names only its own schema in SQL', () => {
  const modules = fs
    .readdirSync(path.join(root, 'server/src/modules'), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name);
  const foreign = (file: string, text: string) => {
    const own = moduleOf(file);
    return [...text.matchAll(/\b(?:from|join|into|update|delete from)\s+([a-z]+)\.[a-z_]+/g)]
      .map((m) => m[1] ?? '')
      .filter((schema) => modules.includes(schema) && schema !== own)
      .map(
        (schema) =>
          `${file}: SQL of ${own} names ${schema}. Ask through server/src/modules/${schema}/index.ts.`,
      );
  };
  const sources = files.filter((f) => moduleOf(f) && !isTest(f));
  expect(sources.flatMap((f) => foreign(f, fs.readFileSync(path.join(root, f), 'utf8')))).toEqual([]);
  expect(foreign('server/src/modules/duties/planted.ts', 'select code from regions.area')).toHaveLength(1);
});

test('files stay below 400 lines', () => {
  const long = files.filter(
    (f) =>
      !/\.(test|data|gen)\.tsx?$/.test(f) &&
      fs.readFileSync(path.join(root, f), 'utf8').split('\n').length > 401,
  );
  expect(long).toEqual([]);
});
