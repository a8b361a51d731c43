const hourMinute = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/**
 * The instant of a day and a time of day ("14.30") in a zone without daylight saving, which all zones of
 * Indonesia are: the offset of that day's noon holds all day. Undefined when the time cannot be read.
 */
export function instantOf(day: string, time: string, zone: string): string | undefined {
  const read = hourMinute.exec(time.trim());
  if (!read) return undefined;
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return undefined;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(noon);
  const offset = parts.find((p) => p.type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
  return `${day}T${(read[1] ?? '').padStart(2, '0')}:${read[2] ?? ''}:00${offset}`;
}
