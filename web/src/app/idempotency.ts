const print = (input: unknown): string =>
  JSON.stringify(input, (_key, value: unknown) =>
    value instanceof File ? `${value.name}:${value.size}:${value.lastModified}` : value,
  ) ?? '';

export interface KeyKeeper {
  keyFor: (input: unknown) => string;
  done: () => void;
}

/** Gives one key per input until the act is settled; another input is another act and gets another key. */
export function createKeyKeeper(make: () => string = () => crypto.randomUUID()): KeyKeeper {
  let held: { input: string; key: string } | undefined;
  return {
    keyFor(input) {
      const text = print(input);
      if (held?.input !== text) held = { input: text, key: make() };
      return held.key;
    },
    done() {
      held = undefined;
    },
  };
}
