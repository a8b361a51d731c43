import { useQueries } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

const day = 24 * 60 * 60_000;
const childrenOf = (parent: string | undefined) => ({
  queryKey: ['area-names', parent ?? ''],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    client.regions.listChildren({ parent, limit: 200 }, { signal, context: {} }),
  staleTime: day,
  gcTime: day,
});

export interface AreaNames {
  /** Name of a kab/kota or province; the code itself while nothing is known. */
  name: (code: string) => string;
  /** With the province behind it: "Sikka, Nusa Tenggara Timur". */
  full: (code: string) => string;
}

/** Names for the codes on a page: one small list per province that occurs, kept for the day. */
export function useAreaNames(codes: readonly (string | null | undefined)[]): AreaNames {
  const provinces = [...new Set(codes.flatMap((code) => (code ? [code.slice(0, 2)] : [])))].sort();
  const parents: (string | undefined)[] = provinces.length === 0 ? [] : [undefined, ...provinces];
  const lists = useQueries({
    queries: parents.map(childrenOf),
    combine: (results) => results.flatMap((r) => r.data?.items ?? []),
  });
  const names = new Map(lists.map((area) => [area.code, area.name]));
  const name = (code: string) => names.get(code) ?? code;
  const full = (code: string) => {
    const province = names.get(code.slice(0, 2));
    return code.length > 2 && province ? `${name(code)}, ${province}` : name(code);
  };
  return { name, full };
}
