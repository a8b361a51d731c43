const key = 'simpul-agency';

/** The agency a person acts for in this tab; without it the server takes the first. */
export function chosenAgency(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
export function chooseAgency(agency: string | null): void {
  try {
    sessionStorage.setItem(key, agency ?? 'none');
  } catch {
    // Without storage the first agency stays.
  }
}
export function forgetAgency(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
