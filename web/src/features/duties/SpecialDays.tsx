import { Button } from '@mantine/core';
import type { CalendarYear } from '@simpul/contract/duties/calendar-day';
import { Briefcase, CalendarOff, CalendarRange, PartyPopper, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Section } from '../../ui/Section.tsx';
import { PlainList } from '../../ui/Rows.tsx';
import { Status } from '../../ui/Status.tsx';
import classes from './SpecialDays.module.css';
import type { CalendarDay } from './queries.ts';

const icons: Record<CalendarDay['kind'], LucideIcon> = {
  national_holiday: PartyPopper,
  collective_leave: CalendarRange,
  local_holiday: CalendarOff,
  working_day: Briefcase,
};

/** The month's special days in words, each with its basis; entries made by hand can be withdrawn. */
export function SpecialDays(props: {
  days: readonly CalendarDay[];
  years: readonly CalendarYear[];
  onWithdraw: ((day: CalendarDay) => void) | undefined;
}) {
  const { days, years, onWithdraw } = props;
  const { t, i18n } = useTranslation('duties');
  const { date } = useFormat();
  return (
    <Section title={t('calendar.list')}>
      {days.length === 0 && <p className={classes['quiet']}>{t('calendar.none')}</p>}
      <PlainList>
        {days.map((day) => (
          <li key={day.date} className={classes['day']}>
            <strong>{day.name[i18n.language === 'en' ? 'en' : 'id']}</strong>
            <time dateTime={day.date}>{date(day.date, 'weekday')}</time>
            <Status
              kind={day.source === 'estimated' ? 'wait' : day.source === 'edited' ? 'info' : 'mut'}
              icon={icons[day.kind]}
            >
              {`${t(`dayKind.${day.kind}`)} · ${t(`daySource.${day.source}`)}`}
            </Status>
            {day.source === 'edited' && <span className={classes['quiet']}>{day.basis}</span>}
            {day.source === 'edited' && onWithdraw && (
              <Button
                size="sm"
                onClick={() => onWithdraw(day)}
                aria-label={`${t('calendar.withdraw')}: ${date(day.date, 'long')}`}
              >
                {t('calendar.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </PlainList>
      {years
        .filter((year) => year.source === 'official')
        .map((year) => (
          <p key={year.year} className={classes['quiet']}>
            {t('calendar.official', { year: year.year, basis: year.basis })}
          </p>
        ))}
    </Section>
  );
}
