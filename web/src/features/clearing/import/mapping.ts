import type { ImportDecision, ImportMapping } from '@simpul/contract/clearing/columns';
import type { ColumnTarget } from '@simpul/contract/clearing/targets';
import { spellingKey } from '@simpul/contract/standards/code-lists';

/** Reads the column at `index` as `target`, or leaves it out. A mark column loses its code with its target. */
export function withTarget(
  mapping: ImportMapping,
  index: number,
  target: ColumnTarget | null,
): ImportMapping {
  const before = mapping.columns.find((column) => column.index === index);
  if ((before?.target ?? null) === target) return mapping;
  const others = mapping.columns.filter((column) => column.index !== index);
  const columns = target === null ? others : [...others, { index, target }];
  return { ...mapping, columns: columns.toSorted((a, b) => a.index - b.index) };
}

const sameCause = (a: Pick<ImportDecision, 'code' | 'field'>, b: Pick<ImportDecision, 'code' | 'field'>) =>
  a.code === b.code && a.field === b.field;

/** One decision per cause: a later one takes the place of the earlier. */
export function withDecision(mapping: ImportMapping, decision: ImportDecision): ImportMapping {
  const others = (mapping.decisions ?? []).filter((d) => !sameCause(d, decision));
  return { ...mapping, decisions: [...others, decision] };
}
export function withoutDecision(
  mapping: ImportMapping,
  decision: Pick<ImportDecision, 'code' | 'field'>,
): ImportMapping {
  return { ...mapping, decisions: (mapping.decisions ?? []).filter((d) => !sameCause(d, decision)) };
}

/** Remembers what words of this agency stand for; empty choices are left as they were. */
export function withWords(
  mapping: ImportMapping,
  field: ColumnTarget,
  chosen: Readonly<Record<string, string>>,
): ImportMapping {
  const told = Object.entries(chosen).filter(([, code]) => code !== '');
  const words = Object.fromEntries(told.map(([word, code]) => [spellingKey(word), code]));
  return {
    ...mapping,
    words: { ...mapping.words, [field]: { ...mapping.words?.[field], ...words } },
  };
}

type Constants = NonNullable<ImportMapping['constants']>;
export function withConstant<K extends keyof Constants>(
  mapping: ImportMapping,
  key: K,
  value: Constants[K] | undefined,
): ImportMapping {
  const { [key]: _before, ...rest } = mapping.constants ?? {};
  return { ...mapping, constants: value === undefined ? rest : { ...rest, [key]: value } };
}

/** Of several columns read as `target`, only the one at `index` stays. */
export function keepOnly(mapping: ImportMapping, target: ColumnTarget, index: number): ImportMapping {
  return {
    ...mapping,
    columns: mapping.columns.filter((column) => column.target !== target || column.index === index),
  };
}

/** Leaves out columns that a remembered mapping names but this file does not have. */
export function withinWidth(mapping: ImportMapping, width: number): ImportMapping {
  return { ...mapping, columns: mapping.columns.filter((column) => column.index < width) };
}

/** How many columns are read otherwise than before. */
export function changedColumns(before: ImportMapping, after: ImportMapping): number {
  const of = (mapping: ImportMapping) =>
    new Map(mapping.columns.map((c) => [c.index, `${c.target} ${c.flag ?? ''}`]));
  const [a, b] = [of(before), of(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((index) => a.get(index) !== b.get(index)).length;
}
