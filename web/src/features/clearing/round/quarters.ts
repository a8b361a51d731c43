/** Ten years back is as far as offices hand in. */
const reach = 40;

/** Quarters that have begun by `today` and do not exist yet, the latest first. */
export function quartersToOpen(known: readonly string[], today: string): string[] {
  const last = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
  return Array.from({ length: reach }, (_, i) => last - i)
    .map((n) => `${Math.floor(n / 4)}-Q${(n % 4) + 1}`)
    .filter((code) => !known.includes(code));
}
