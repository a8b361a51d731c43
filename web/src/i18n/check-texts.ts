/** Flattened keys of a language file: `group.late`. */
export function keysOf(node: unknown, prefix = ''): string[] {
  if (typeof node !== 'object' || node === null) return [prefix];
  return Object.entries(node).flatMap(([key, value]) =>
    keysOf(value, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** Keys with `_other` but no `_one`: English would then say "1 rows". */
export function missingPlurals(keys: readonly string[]): string[] {
  const known = new Set(keys);
  return keys
    .filter((key) => key.endsWith('_other'))
    .map((key) => key.slice(0, -'_other'.length))
    .filter((key) => !known.has(`${key}_one`));
}

const stripComments = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
const spoken = /\p{L}{2,}/u;
const spokenProps =
  'label|title|placeholder|description|hint|error|alt|sub|note|caption|text|question|what|shape|watchers|aria-label|aria-description|aria-roledescription';

/**
 * Words a person would read that stand in a component instead of a language file: between tags, in the props
 * that carry words, and in the branches of a condition between tags. Reads text, not a syntax tree: enough to
 * catch what slips in by habit.
 */
export function findLiteralText(source: string): string[] {
  const code = stripComments(source);
  const found: string[] = [];
  for (const [, text = ''] of code.matchAll(/<\/?[A-Za-z][^<>]*?(?<!=)>([^<>{}]*)(?=[<{])/g))
    if (spoken.test(text) && !/[=;()[\]]|=>|&&|\|\||\?\?/.test(text)) found.push(text.trim());
  for (const [, text = ''] of code.matchAll(/\}([^<>{}]*)<\//g))
    if (spoken.test(text) && !/[=;()[\]]|=>|&&|\|\||\?\?|,$/.test(text.trim())) found.push(text.trim());
  const props = new RegExp(`\\s(${spokenProps})=(?:"([^"]*)"|\\{\\s*(?:'([^']*)'|"([^"]*)")\\s*\\})`, 'g');
  for (const [, name = '', a, b, c] of code.matchAll(props)) {
    const text = a ?? b ?? c ?? '';
    if (spoken.test(text)) found.push(`${name}="${text}"`);
  }
  for (const [, yes = '', no = ''] of code.matchAll(
    />\s*\{[^{}<>]*\?\s*["']([^"']*)["']\s*:\s*["']([^"']*)["']\s*\}/g,
  ))
    for (const text of [yes, no]) if (spoken.test(text)) found.push(text);
  return found;
}

type Known = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * Keys used with `useTranslation` that no language file has. A key made of parts (`kind.${code}.title`) counts
 * as known when some key has its fixed beginning.
 */
export function findMissingKeys(source: string, known: Known): string[] {
  const code = stripComments(source);
  const names = new Map<string, string>();
  for (const [, binding = '', namespace = ''] of code.matchAll(
    /\{([^{}]*)\}\s*=\s*useTranslation\('([\w-]+)'[,)]/g,
  )) {
    const alias = /\bt\s*:\s*(\w+)/.exec(binding)?.[1] ?? (/\bt\b/.test(binding) ? 't' : undefined);
    if (alias) names.set(alias, namespace);
  }
  const missing: string[] = [];
  for (const [alias, namespace] of names) {
    const keys = known[namespace];
    const has = (key: string) => keys?.has(key) || keys?.has(`${key}_other`);
    const starts = (prefix: string) => [...(keys ?? [])].some((key) => key.startsWith(prefix));
    for (const [, args = ''] of code.matchAll(
      new RegExp(`(?<![\\w.])${alias}\\(((?:[^()\`']|'[^']*'|\`[^\`]*\`)*)`, 'g'),
    )) {
      const first = args.split(',')[0] ?? '';
      // A string after === is what is compared, not a key.
      for (const [, compared, key = ''] of first.matchAll(/([!=]==\s*)?'([^']*)'/g))
        if (!compared && !has(key)) missing.push(`${namespace}:${key}`);
      for (const [, key = ''] of first.matchAll(/`([^`]+)`/g)) {
        const prefix = key.split('${')[0] ?? '';
        if (!starts(prefix)) missing.push(`${namespace}:${prefix}*`);
      }
    }
  }
  return missing;
}
