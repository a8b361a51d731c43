import { createFileRoute } from '@tanstack/react-router';
import { useToday } from '../../../app/use-today.ts';
import { spans } from '../../../features/duties/Horizon.tsx';
import { MyTasks } from '../../../features/duties/MyTasks.tsx';
import { oneOf, searchOf } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/tenggat/')({
  validateSearch: searchOf({ sampai: oneOf(['minggu', 'bulan', 'tahun']) }),
  component: Page,
});

function Page() {
  const { sampai } = Route.useSearch();
  return <MyTasks span={spans.find((span) => span === sampai) ?? 'bulan'} today={useToday()} />;
}
