import { useNavigate, useSearch } from '@tanstack/react-router';

export type Search = Record<string, string | string[] | undefined>;

/**
 * The address bar as state of a list. A change of filter or order goes back to the first page and is a step
 * the browser's Back undoes.
 */
export function useSearchState(): { search: Search; set: (patch: Search, keepPage?: boolean) => void } {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search,
    set: (patch, keepPage = false) => {
      const change = (before: Search) => ({
        ...before,
        ...(keepPage ? {} : { kursor: undefined }),
        ...patch,
      });
      // The table does not know which route it stands on; the route's own `validateSearch` checks the result.
      void navigate({ to: '.', search: change as never, resetScroll: false });
    },
  };
}

export const valuesOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
