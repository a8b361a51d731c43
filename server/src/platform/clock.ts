/** The only source of time. Tests pass a clock that stands still. */
export interface Clock {
  now: () => Temporal.Instant;
}
export const systemClock: Clock = { now: () => Temporal.Now.instant() };
export const clockAt = (iso: string): Clock => ({ now: () => Temporal.Instant.from(iso) });

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export const dayIn = (zone: string, instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();
