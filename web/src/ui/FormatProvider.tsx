import { createContext, use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  agoKind,
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPartialDate,
  formatPercent,
  formatTime,
  zoneName,
  type DateStyle,
  type FormatScope,
} from './format.ts';

const ZoneContext = createContext('Asia/Jakarta');

/** The tenant's zone: every date and time on the screen is told in it, whatever the device says. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

export function useFormat() {
  const zone = use(ZoneContext);
  const { t, i18n } = useTranslation('ui');
  const scope: FormatScope = { zone, language: i18n.language === 'en' ? 'en' : 'id' };
  return {
    scope,
    number: (value: number, digits = 0) => formatNumber(value, scope, digits),
    count: (total: number) => formatCount(total, scope),
    percent: (share: number, digits = 0) => formatPercent(share, scope, digits),
    date: (value: string, style?: DateStyle) => formatDate(value, scope, style),
    partialDate: (value: string) => formatPartialDate(value, scope),
    time: (instant: string | Date) => formatTime(instant, scope),
    dateTime: (instant: string) => formatDateTime(instant, scope),
    bytes: (size: number) => formatBytes(size, scope),
    zoneName: (at: Date) => zoneName(scope, at),
    ago: (instant: string, now: Date) => {
      const kind = agoKind(instant, now, zone);
      const time = formatTime(instant, scope);
      if (kind === 'today') return t('ago.today', { time });
      if (kind === 'yesterday') return t('ago.yesterday', { time });
      return `${formatDate(instant, scope, kind === 'thisYear' ? 'noYear' : 'short')}, ${time}`;
    },
    /** Up to ten in words, as a title reads; figures beyond. */
    numberWord: (value: number) =>
      value >= 0 && value <= 10 && Number.isInteger(value)
        ? t(`numberWord.${value}`)
        : formatCount(value, scope),
  };
}

export function Num({ value, digits = 0 }: { value: number | null | undefined; digits?: number }) {
  const { number } = useFormat();
  return <>{value === null || value === undefined ? '–' : number(value, digits)}</>;
}

export function DateText({ value, style }: { value: string; style?: DateStyle }) {
  const { date, partialDate } = useFormat();
  return <time dateTime={value}>{value.length < 10 ? partialDate(value) : date(value, style)}</time>;
}

export function Ago({ instant, now = new Date() }: { instant: string; now?: Date }) {
  const { ago, dateTime } = useFormat();
  return (
    <time dateTime={instant} title={dateTime(instant)}>
      {ago(instant, now)}
    </time>
  );
}
