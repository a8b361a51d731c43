import { createFileRoute } from '@tanstack/react-router';
import { useToday } from '../../../app/use-today.ts';
import { CalendarMonth } from '../../../features/duties/CalendarMonth.tsx';
import { searchOf } from '../../../ui/search-params.ts';

const month = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;

export const Route = createFileRoute('/_app/tenggat/kalender')({
  validateSearch: searchOf({ bulan: month }),
  component: Page,
});

function Page() {
  const { bulan } = Route.useSearch();
  const today = useToday();
  return <CalendarMonth month={bulan ?? today.slice(0, 7)} today={today} />;
}
