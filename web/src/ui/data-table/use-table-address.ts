import { readSort, writeSort, type Sort } from '../search-params.ts';
import { useSearchState, valuesOf } from '../use-search-state.ts';

export type Density = '36' | '44' | '52';

/** The table's own part of the address bar. */
export function useTableAddress() {
  const { search, set } = useSearchState();
  const one = (key: string) => valuesOf(search[key])[0];
  const padat = one('padat');
  const density: Density = padat === '36' || padat === '52' ? padat : '44';
  const hidden = valuesOf(search['sembunyi']);
  return {
    sort: readSort(one('urut')),
    hidden,
    density,
    cursor: one('kursor'),
    setSort: (sort: Sort) => set({ urut: writeSort(sort) }),
    setDensity: (value: Density) => set({ padat: value === '44' ? undefined : value }, true),
    toggleColumn: (id: string, visible: boolean) => {
      const next = visible ? hidden.filter((h) => h !== id) : [...hidden, id];
      set({ sembunyi: next.length > 0 ? next : undefined }, true);
    },
    goTo: (cursor: string | undefined) => set({ kursor: cursor }, true),
  };
}
