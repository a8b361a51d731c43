import { useCombobox, type ComboboxStore } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * A combobox whose options come and go. Mantine keeps the id and the place of the marked option by itself, also when
 * other options have taken its place: the reader would hear one area and Enter would take another. Here the mark ends
 * whenever the options change.
 */
export function useActiveOption(options: readonly unknown[] | undefined) {
  const [active, setActive] = useState<string | null>(null);
  const inner = useCombobox();
  const { dropdownOpened, listId, resetSelectedOption } = inner;
  const marking = (select: () => string | null) => () => {
    const id = select();
    setActive(id);
    return id;
  };
  const store: ComboboxStore = {
    ...inner,
    selectNextOption: marking(inner.selectNextOption),
    selectPreviousOption: marking(inner.selectPreviousOption),
    selectActiveOption: marking(inner.selectActiveOption),
    selectFirstOption: marking(inner.selectFirstOption),
    resetSelectedOption: () => {
      setActive(null);
      resetSelectedOption();
    },
  };
  useEffect(() => {
    setActive(null);
    resetSelectedOption();
  }, [options, dropdownOpened, resetSelectedOption]);
  return {
    store,
    /** For the text field, in place of what Mantine would put there. */
    aria: {
      'aria-haspopup': 'listbox' as const,
      'aria-expanded': dropdownOpened,
      ...(dropdownOpened && listId ? { 'aria-controls': listId } : {}),
      ...(dropdownOpened && active ? { 'aria-activedescendant': active } : {}),
    },
  };
}
