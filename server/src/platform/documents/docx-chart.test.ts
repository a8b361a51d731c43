import { expect, test } from 'vitest';
import { chartXml } from './docx-chart.ts';

const point = (label: string, kind: { partial?: boolean; hollow?: boolean }) => ({
  label,
  partial: false,
  hollow: false,
  ...kind,
  values: [{ value: 3, shown: '3' }],
});

test('what others published is drawn hollow, what is not a whole period hatched, the rest solid', () => {
  const xml = chartXml(
    {
      kind: 'bars',
      number: '3.1',
      caption: 'Korban menurut tahun',
      source: 'uji',
      alt: 'uji',
      heading: 'Gambar 3.1',
      most: 4,
      ticks: [
        { value: 0, shown: '0' },
        { value: 2, shown: '2' },
      ],
      series: [{ label: 'korban' }],
      points: [
        point('2021', { hollow: true }),
        point('2022', {}),
        point('2023*', { partial: true, hollow: true }),
      ],
    },
    'rId1',
  );
  const drawn = new Map(
    [...xml.matchAll(/<c:dPt><c:idx val="(\d)"\/>(.*?)<\/c:dPt>/g)].map((m) => [m[1], m[2] ?? '']),
  );
  expect([...drawn.keys()]).toEqual(['0', '2']);
  expect(drawn.get('0')).toContain('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln');
  expect(drawn.get('2')).toContain('<a:pattFill');
});
