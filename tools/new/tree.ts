import fs from 'node:fs';
import path from 'node:path';
import { GeneratorError } from './names.ts';

/** Files a generator made or changed, relative to the root. */
export interface Made {
  files: string[];
  /** What the person does next. */
  next: string[];
}

/** The checkout a generator works in; it never overwrites. */
export function treeAt(root: string) {
  const at = (file: string) => path.join(root, file);
  const files: string[] = [];
  return {
    files,
    exists: (file: string) => fs.existsSync(at(file)),
    read: (file: string) => fs.readFileSync(at(file), 'utf8'),
    list: (folder: string) => (fs.existsSync(at(folder)) ? fs.readdirSync(at(folder)) : []),
    write: (file: string, text: string) => {
      if (fs.existsSync(at(file)))
        throw new GeneratorError(`${file} exists already; nothing is overwritten.`);
      fs.mkdirSync(path.dirname(at(file)), { recursive: true });
      fs.writeFileSync(at(file), text);
      files.push(file);
    },
    /** Puts `text` before the first `mark` after `after`; the file must have both. */
    insert: (file: string, after: string, mark: string, text: string) => {
      const before = fs.readFileSync(at(file), 'utf8');
      const from = before.indexOf(after);
      const place = from < 0 ? -1 : before.indexOf(mark, from + after.length);
      if (place < 0)
        throw new GeneratorError(
          `${file} has not the shape of the reference module: no "${after}" with "${mark}".`,
        );
      fs.writeFileSync(at(file), before.slice(0, place) + text + before.slice(place));
      if (!files.includes(file)) files.push(file);
    },
  };
}
export type Tree = ReturnType<typeof treeAt>;

const number = (file: string) => Number(/^\d{4}/.exec(file)?.[0] ?? 0);
/** The number after the highest in a folder, four digits. */
export const nextNumber = (tree: Tree, folder: string): string =>
  String(Math.max(0, ...tree.list(folder).map(number)) + 1).padStart(4, '0');
