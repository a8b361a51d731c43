import { useSyncExternalStore } from 'react';

/** One question at a time: calls that need it while the dialog is open wait for the same answer. */
let pending: { promise: Promise<boolean>; answer: (ok: boolean) => void } | undefined;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

export function askStepUp(): Promise<boolean> {
  if (!pending) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    pending = { promise, answer: resolve };
    tell();
  }
  return pending.promise;
}

export function answerStepUp(ok: boolean): void {
  pending?.answer(ok);
  pending = undefined;
  tell();
}

export function useStepUpAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending !== undefined,
  );
}
