/**
 * Union-find. Groups are named by their first member in the order of `items`, so that the same input gives the
 * same groups whatever the order of links.
 */
export function components(
  items: readonly string[],
  links: Iterable<readonly [string, string]>,
): Map<string, string> {
  const order = new Map(items.map((item, i) => [item, i]));
  const parent = new Map(items.map((item) => [item, item]));
  const find = (item: string): string => {
    let root = item;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = item; at !== root;) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [a, b] of links) {
    const x = find(a);
    const y = find(b);
    if (x === y) continue;
    const [low, high] = (order.get(x) ?? 0) < (order.get(y) ?? 0) ? [x, y] : [y, x];
    parent.set(high, low);
  }
  return new Map(items.map((item) => [item, find(item)]));
}
