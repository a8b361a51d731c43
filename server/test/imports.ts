/** Reads which file imports which, for the architecture test. */
import fs from 'node:fs';
import path from 'node:path';

export interface Import {
  /** File relative to the repository, with forward slashes. */
  from: string;
  line: number;
  /** What is written between the quotes. */
  specifier: string;
  /** File it leads to, relative to the repository; undefined for packages. */
  to: string | undefined;
}

const folders = ['contract/src', 'engine/src', 'server', 'web/src', 'e2e', 'bench', 'tools'];
// `import 'x'`, `import a, { b } from 'x'` over several lines, `export { a } from 'x'`, `import('x')`.
const patterns = [
  /(?:^|\n)[ \t]*import\s+['"]([^'"\n]+)['"]/g,
  /(?:^|\n)[ \t]*(?:import|export)\s+(?:type\s+)?[\w*{][\w\s,{}*$]*?\sfrom\s+['"]([^'"\n]+)['"]/g,
  /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g,
];

function* sourceFiles(folder: string): Generator<string> {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist') yield* sourceFiles(full);
    } else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield full;
  }
}

function target(root: string, file: string, specifier: string): string | undefined {
  const workspace = /^@simpul\/(contract|engine|server|web)(?:\/(.+))?$/.exec(specifier);
  if (workspace) return `${workspace[1]}/src/${workspace[2] ?? 'index'}.ts`;
  if (!specifier.startsWith('.')) return undefined;
  return path.relative(root, path.resolve(path.dirname(file), specifier)).replaceAll('\\', '/');
}

export function importsOf(root: string, file: string, text: string): Import[] {
  const found = new Map<string, Import>();
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const specifier = match[1];
      if (!specifier) continue;
      const line = text.slice(0, match.index + match[0].length).split('\n').length;
      found.set(`${specifier}@${line}`, {
        from: path.relative(root, file).replaceAll('\\', '/'),
        line,
        specifier,
        to: target(root, file, specifier),
      });
    }
  return [...found.values()];
}

export function readImports(root: string): { files: string[]; imports: Import[] } {
  const files = folders.flatMap((f) => [...sourceFiles(path.join(root, f))]);
  return {
    files: files.map((f) => path.relative(root, f).replaceAll('\\', '/')),
    imports: files.flatMap((f) => importsOf(root, f, fs.readFileSync(f, 'utf8'))),
  };
}
