import type { KeyObject } from 'node:crypto';

/** Unwrapped keys held for a short while, as KeyObject only (no key bytes on the JavaScript heap). */
export interface KeyCache {
  get(name: string): KeyObject | undefined;
  set(name: string, key: KeyObject): void;
}

export function createKeyCache({
  ttlMs = 5 * 60_000,
  max = 2_000,
  now = () => performance.now(),
}: { ttlMs?: number; max?: number; now?: () => number } = {}): KeyCache {
  const held = new Map<string, { key: KeyObject; until: number }>();
  return {
    get(name) {
      const found = held.get(name);
      if (!found) return undefined;
      if (found.until > now()) return found.key;
      held.delete(name);
      return undefined;
    },
    set(name, key) {
      held.delete(name);
      held.set(name, { key, until: now() + ttlMs });
      const oldest = held.size > max ? held.keys().next().value : undefined;
      if (oldest !== undefined) held.delete(oldest);
    },
  };
}
