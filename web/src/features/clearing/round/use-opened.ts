import type { MaskedField } from '@simpul/contract/clearing/round';
import { useEffect, useState } from 'react';

/** One field of both records, shown for a while. */
export interface Opened {
  field: MaskedField;
  a: string | null;
  b: string | null;
  /** When the page hides it again, by the clock of this device. */
  until: number;
}

/** Holds what was opened; it goes when its time is up, and when the person leaves the tab. */
export function useOpened() {
  const [opened, setOpened] = useState<Opened>();
  const [left, setLeft] = useState(0);
  const until = opened?.until;
  useEffect(() => {
    if (until === undefined) return undefined;
    const tick = () => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      if (seconds <= 0) setOpened(undefined);
      setLeft(Math.max(0, seconds));
    };
    tick();
    const timer = setInterval(tick, 1000);
    const hide = () => document.visibilityState === 'hidden' && setOpened(undefined);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [until]);
  return { opened, left, open: setOpened, close: () => setOpened(undefined) };
}
