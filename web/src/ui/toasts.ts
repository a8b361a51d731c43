import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  kind: 'ok' | 'info' | 'wait' | 'late';
  text: string;
  /** Takes the act back while the toast stands. */
  undo?: { label: string; run: () => void };
  seconds: number;
}

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Says what was done; with `undo` it stays ten seconds, else six. */
export function showToast(toast: Omit<Toast, 'id' | 'seconds'> & { seconds?: number }): number {
  const id = next++;
  toasts = [...toasts.slice(-2), { seconds: toast.undo ? 10 : 6, ...toast, id }];
  tell();
  return id;
}

export function hideToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  tell();
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
