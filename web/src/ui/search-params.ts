/**
 * Filters, sorting and paging live in the address bar. These readers are small on purpose: a route's
 * `validateSearch` is part of the first load, so it must not bring a schema library with it.
 * All values are text; codes such as `62.10` never become numbers.
 */
type Reader<T> = (value: unknown) => T | undefined;

export const text: Reader<string> = (value) =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

export const list: Reader<string[]> = (value) => {
  const values = (Array.isArray(value) ? value : [value]).filter(
    (v): v is string => typeof v === 'string' && v !== '',
  );
  return values.length > 0 ? values : undefined;
};

export const day: Reader<string> = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export const year: Reader<string> = (value) =>
  typeof value === 'string' && /^\d{4}$/.test(value) ? value : undefined;

export const yes: Reader<'ya'> = (value) => (value === 'ya' ? 'ya' : undefined);

export const oneOf =
  <const V extends readonly string[]>(values: V): Reader<V[number]> =>
  (value) =>
    values.find((v) => v === value);

export const someOf =
  <const V extends readonly string[]>(values: V): Reader<V[number][]> =>
  (value) => {
    const known = (list(value) ?? []).filter((v): v is V[number] => values.includes(v));
    return known.length > 0 ? known : undefined;
  };

export interface Sort {
  column: string;
  direction: 'asc' | 'desc';
}
export function readSort(value: string | undefined): Sort | undefined {
  const match = /^(-?)([A-Za-z][\w-]*)$/.exec(value ?? '');
  return match?.[2] ? { column: match[2], direction: match[1] === '-' ? 'desc' : 'asc' } : undefined;
}
export const writeSort = (sort: Sort) => `${sort.direction === 'desc' ? '-' : ''}${sort.column}`;
export const sort: Reader<string> = (value) =>
  typeof value === 'string' && readSort(value) ? value : undefined;

/** What every list keeps in the address besides its own filters. */
export const listParams = { urut: sort, kursor: text, sembunyi: list, padat: oneOf(['36', '52']) };

type Shape = Record<string, Reader<unknown>>;
export type SearchOf<S> = S extends Shape ? { [K in keyof S]?: NonNullable<ReturnType<S[K]>> } : never;

/**
 * Makes a route's `validateSearch` from readers; unknown and malformed values fall away. An object with `parse`,
 * because the router's types lose the result of a plain function made in place.
 */
export function searchOf<S extends Shape>(
  shape: S,
): { parse: (raw: Record<string, unknown>) => SearchOf<S> } {
  return {
    parse: (raw) => {
      const out: Record<string, unknown> = {};
      for (const [key, read] of Object.entries(shape)) {
        const value = read(raw[key]);
        if (value !== undefined) out[key] = value;
      }
      return out as SearchOf<S>;
    },
  };
}

/** Address bar to search object and back, all text; a repeated name is a list. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    const had = out[key];
    out[key] = had === undefined ? value : Array.isArray(had) ? [...had, value] : [had, value];
  }
  return out;
}
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') params.append(key, String(one));
  }
  const made = params.toString();
  return made === '' ? '' : `?${made}`;
}
