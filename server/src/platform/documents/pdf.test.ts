import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleRecord } from '../../../test/papers/sample-record.ts';
import { sampleReport } from '../../../test/papers/sample-report.ts';
import { columnWidths, paperView, tickStep } from './paper-view.ts';
import { PaperData, type PaperInput } from './paper.ts';
import { closePdf, renderPdf } from './pdf.ts';

afterAll(closePdf);

/** Everything a PDF says in its objects, streams unpacked. */
function contentOf(pdf: Uint8Array): string {
  const file = Buffer.from(pdf);
  let text = file.toString('latin1');
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    try {
      text += inflateSync(file.subarray(at + 7, file.indexOf('endstream', at))).toString('latin1');
    } catch {
      continue; // a stream that is not deflated
    }
  }
  return text;
}
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');

describe('PDF', () => {
  test('is tagged, PDF/UA-1, in Indonesian, with titles, headings, table heads and alternative text', async () => {
    const text = contentOf(await renderPdf(sampleReport));
    const signs = [
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (id)',
      '/H1',
      '/TH',
      '/THead',
      '/Caption',
      '/Figure',
    ];
    expect(signs.filter((sign) => !text.includes(sign))).toEqual([]);
    expect(text).toMatch(/pdfuaid:part>1</);
    expect(text).toMatch(/\/Alt ?\(Diagram batang kasus dan korban/);
    expect(text).toContain(sampleReport.hash);
  });

  test('equal data give equal bytes; other data do not', async () => {
    const one = await renderPdf(sampleRecord);
    expect(Buffer.compare(one, await renderPdf(sampleRecord))).toBe(0);
    expect(Buffer.compare(one, await renderPdf({ ...sampleRecord, demo: false }))).not.toBe(0);
  });

  test('a whole set of edge cases renders: no rows, no value, one point, four series, contents, emblem, English', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const data: PaperInput = {
      ...sampleReport,
      language: 'en',
      contents: true,
      letterhead: {
        ...sampleReport.letterhead,
        emblem: { mime: 'image/png', base64: png, alt: 'Lambang contoh' },
      },
      chapters: [
        {
          title: 'Tanpa nomor #panic() $x$ [y] \\ "z"',
          blocks: [
            { kind: 'table', caption: 'Kosong', columns: [{ label: 'A' }], rows: [] },
            {
              kind: 'bars',
              caption: 'Empat',
              alt: 'empat deret',
              series: ['a', 'b', 'c', 'd'].map((label) => ({ label })),
              points: [{ label: 'x', values: [0, null, 3.5, 1200] }],
            },
            {
              kind: 'bars',
              caption: 'Nol',
              alt: 'nol',
              series: [{ label: 'a' }],
              points: [{ label: 'x', values: [0] }],
            },
          ],
        },
      ],
      signatures: [
        { office: 'A', place: 'Samarinda, 1 Januari 2027', name: 'Nama Contoh', idNumber: '000' },
        { office: 'B' },
        { office: 'C' },
      ],
    };
    const text = contentOf(await renderPdf(data));
    expect(text).toContain('/Alt (Lambang contoh)');
    expect(text).toContain('/Lang (en)');
  });

  test('many at once are answered each with its own', async () => {
    const titles = ['Satu', 'Dua', 'Tiga', 'Empat'];
    const papers = await Promise.all(titles.map((title) => renderPdf({ ...sampleRecord, title })));
    for (const [i, paper] of papers.entries()) {
      const title = titles[i] ?? '';
      const text = contentOf(paper);
      expect(text.includes(`/Title (${title})`) || text.includes(utf16(title))).toBe(true);
    }
  });

  test('does not hold up the server while it compiles', async () => {
    await closePdf();
    const long: PaperInput = {
      ...sampleReport,
      chapters: [
        {
          title: 'Panjang',
          blocks: [
            {
              kind: 'table',
              caption: 'Panjang',
              columns: [{ label: 'A' }, { label: 'B' }],
              rows: Array.from({ length: 3000 }, (_, i) => ({ cells: [`baris ${i}`, 'isi'] })),
            },
          ],
        },
      ],
    };
    let longest = 0;
    let before = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    }, 10);
    const started = performance.now();
    await renderPdf(long);
    clearInterval(beat);
    // Compiled on this thread the one beat would be as long as the whole.
    expect(longest).toBeLessThan((performance.now() - started) / 2);
  });
});

describe('the data of a paper', () => {
  test('a row with the wrong number of cells and a point without its values are refused with their place', () => {
    const table = { kind: 'table', caption: 'x', columns: [{ label: 'A' }], rows: [{ cells: ['1', '2'] }] };
    const bars = {
      kind: 'bars',
      caption: 'x',
      alt: 'x',
      series: [{ label: 'a' }],
      points: [{ label: 'p', values: [] }],
    };
    const result = PaperData.safeParse({ ...sampleReport, opening: [table, bars] });
    expect(result.error?.issues.map((i) => i.path.join('.'))).toEqual(['opening.0.rows', 'opening.1.points']);
  });

  test('more bars than a page can show are refused', () => {
    const points = Array.from({ length: 13 }, (_, i) => ({ label: String(i), values: [1, 2] }));
    const bars = { kind: 'bars', caption: 'x', alt: 'x', series: [{ label: 'a' }, { label: 'b' }], points };
    expect(PaperData.safeParse({ ...sampleReport, opening: [bars] }).error?.issues[0]?.message).toContain(
      '24 bars',
    );
  });

  test('characters that XML cannot carry are dropped', () => {
    const view = paperView({ ...sampleReport, subtitle: 'a\u0000b\u0008c\uFFFE\uD800d' });
    expect(view.subtitle).toBe('abc\uFFFDd');
  });

  test('lines of the chart', () => {
    expect([23, 4, 1, 1012, 0, 9, 10].map((n) => tickStep(n, true))).toEqual([10, 1, 1, 500, 1, 2, 5]);
    expect(tickStep(1, false)).toBe(0.5);
    const view = paperView(sampleReport).chapters[0]?.blocks[1];
    expect(view?.kind === 'bars' ? view.ticks.map((t) => t.shown) : undefined).toEqual(['0', '10', '20']);
  });

  test('widths of columns sum to one; figures stay narrower than words; many columns shrink the text', () => {
    const table = PaperData.parse(sampleReport).chapters[0]?.blocks[4];
    if (table?.kind !== 'table') throw new Error('the sample moved');
    const { shares, scale } = columnWidths(table);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
    expect(shares[1]).toBeLessThan(shares[3] ?? 0);
    expect(scale).toBe(1);
    const columns = Array.from({ length: 12 }, () => ({ label: 'Penanggungjawab', align: 'start' as const }));
    expect(columnWidths({ ...table, columns, rows: [] }).scale).toBe(0.7);
  });
});
