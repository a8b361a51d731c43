import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Key {
  /** As `KeyboardEvent.key` gives it; letters in lower case. */
  key: string;
  /** What it does, in words for the list. */
  label: string;
  run: () => void;
}

const active = new Set<readonly Key[]>();
let snapshot: readonly Key[] = [];
const listeners = new Set<() => void>();
function changed() {
  snapshot = [...active].flat();
  listeners.forEach((listener) => listener());
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button|submit)$/.test(target.getAttribute('type') ?? '');

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (isTyping(event.target)) return;
  // A dialog in front has its own keys.
  if (document.querySelector('dialog[open]')) return;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // The screen in front was mounted last and wins.
  const hit = snapshot.findLast((k) => k.key === name);
  if (!hit) return;
  event.preventDefault();
  hit.run();
}

/** Single-key shortcuts of the screen in front; off while typing, listed under `?`. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  const shape = keys.map((k) => `${k.key} ${k.label}`).join('\n');
  useEffect(() => {
    const entry = latest.current.map((k, i) => ({ ...k, run: () => latest.current[i]?.run() }));
    if (active.size === 0) document.addEventListener('keydown', onKeyDown);
    active.add(entry);
    changed();
    return () => {
      active.delete(entry);
      if (active.size === 0) document.removeEventListener('keydown', onKeyDown);
      changed();
    };
  }, [shape]);
}

export function useActiveKeys(): readonly Key[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
