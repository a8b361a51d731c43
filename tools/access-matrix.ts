/** Which role may use which route, derived from the contract: docs/access-matrix.md, reviewed like code. */
import { isContractProcedure } from '@orpc/contract';
import { type Role, roles } from '@simpul/contract/accounts/roles';
import type { RouteMeta } from '@simpul/contract/route';
import { contract } from '@simpul/contract/router';
import { downloads } from '../server/src/downloads.ts';
import { downloadMeta, uploadMeta } from '../server/src/platform/http/uploads.ts';

export interface Route extends RouteMeta {
  module: string;
  name: string;
  method: string;
  path: string;
  summary: string;
}

/** Files go in and out beside the contract's library, under the same gate. */
const fileRoutes: Route[] = [
  {
    ...uploadMeta,
    module: 'files',
    name: 'upload',
    method: 'POST',
    path: '/files',
    summary: 'A file, sealed while it streams in',
  },
  ...downloads.map((download) => ({
    ...downloadMeta(download),
    module: 'files',
    name: download.path,
    method: 'GET',
    path: `/downloads${download.path.replace(/:(\w+)/g, '{$1}')}`,
    summary: 'A file',
  })),
];

/** Every address the server answers, by module and name. */
export const allRoutes = (): Route[] => [...contractRoutes(contract), ...fileRoutes];

export function contractRoutes(tree: object): Route[] {
  return Object.entries(tree).flatMap(([module, routes]) => walk(module, routes as object, ''));
}

function walk(module: string, tree: object, prefix: string): Route[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    if (isContractProcedure(value)) {
      const { route, meta } = value['~orpc'];
      const { method = 'POST', path = '', summary = '' } = route;
      return [{ ...(meta as RouteMeta), module, name: prefix + name, method, path, summary }];
    }
    return value && typeof value === 'object' ? walk(module, value, `${prefix}${name}.`) : [];
  });
}

export const mayCall = (role: Role, permission: string): boolean =>
  permission === 'signed-in' || permission === 'public' || role.capabilities.some((c) => c === permission);

function whoMay(route: Route): string {
  if (route.permission === 'public') return 'anybody, without sign-in';
  if (route.permission === 'signed-in') return 'every role';
  const may = roles.filter((r) => mayCall(r, route.permission)).map((r) => r.code);
  if (may.length === roles.length) return 'every role';
  return may.length === 0 ? '**nobody**' : may.join(', ');
}

const asks = (r: Route) =>
  [
    r.stepUp && 'step-up',
    r.purposes && `purpose ${r.purposes.join(' / ')}`,
    r.upload && 'upload',
    r.withoutSecondFactor && 'before second factor',
  ]
    .filter(Boolean)
    .join(', ');

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');

/** The document, sorted by path so that a review sees one line change for one route. */
export function accessMatrix(routes: Route[] = allRoutes()): string {
  const modules = [...new Set(routes.map((r) => r.module))].sort();
  const sections = modules.map((module) => {
    const rows = routes
      .filter((r) => r.module === module)
      .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
      .map((r) => [`${r.method} ${r.path}`, r.permission, asks(r), r.audit ?? '', whoMay(r)]);
    return `## ${module}\n\n${table(['Route', 'Permission', 'Asks for', 'Audit name', 'Roles'], rows)}`;
  });
  const capabilities = roles.map((r) => [r.code, r.label.id, r.capabilities.toSorted().join(', ')]);
  return [
    '# Access matrix',
    'Written by `npm run docs` from the contract; a test compares it and calls every route as who may not. A role opens a route; which rows it reaches is decided by row-level security. Where purposes stand the person states one of them; a file leaves for its one purpose without being asked.',
    ...sections,
    `## Roles\n\n${table(['Role', 'Name', 'Capabilities'], capabilities)}`,
    '',
  ].join('\n\n').trimEnd() + '\n'; // prettier-ignore
}
