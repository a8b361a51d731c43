import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { sampleRecord } from '../../../test/papers/sample-record.ts';
import { sampleReport } from '../../../test/papers/sample-report.ts';
import { checkTemplate, listTags } from './docx-check.ts';
import { buildTemplate } from './docx-template.ts';
import { withoutEmptied } from './docx-finish.ts';
import { styleIds } from './docx-styles.ts';
import { defaultTemplate, renderDocx } from './docx.ts';
import type { PaperInput } from './paper.ts';

/** Only the head of a PNG of 30 x 40: Word files carry pictures without looking into them. */
const png = Buffer.alloc(33);
png.write('89504e470d0a1a0a0000000d49484452', 'hex');
png.writeUInt32BE(30, 16);
png.writeUInt32BE(40, 20);
const emblem = { mime: 'image/png', base64: png.toString('base64'), alt: 'Lambang "contoh"' } as const;

async function open(docx: Uint8Array) {
  const zip = await JSZip.loadAsync(docx);
  const part = async (name: string) => {
    const xml = await zip.file(name)?.async('string');
    if (xml === undefined) throw new Error(`${name} is missing`);
    return xml;
  };
  return { zip, part, document: await part('word/document.xml') };
}
const textOf = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((m) => m[1]).join('|');
/** Every element closed in order: what Word refuses otherwise. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, , self] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:[^>"]|"[^"]*")*?)(\/?)>/g,
  )) {
    if (self) continue;
    if (!close) open.push(name ?? '');
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** The default template with one change in its body. */
async function changed(change: (xml: string) => string, name = 'word/document.xml'): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await defaultTemplate('report'));
  const before = (await zip.file(name)?.async('string')) ?? '';
  const after = change(before);
  if (after === before) throw new Error('the change changed nothing');
  zip.file(name, after);
  return zip.generateAsync({ type: 'uint8array' });
}
const codes = async (template: Uint8Array) => (await checkTemplate(template)).map((p) => p.code);

describe('the templates that come with the program', () => {
  test.each(['report', 'record'] as const)('%s: on disk as the builder makes it, and good', async (kind) => {
    const template = await defaultTemplate(kind);
    const fresh = await JSZip.loadAsync(await buildTemplate(kind));
    const stored = await JSZip.loadAsync(template);
    expect(Object.keys(stored.files).sort()).toEqual(Object.keys(fresh.files).sort());
    for (const name of Object.keys(fresh.files)) {
      const same = (await stored.file(name)?.async('string')) === (await fresh.file(name)?.async('string'));
      expect(same, `${name}: run node server/templates/build.ts`).toBe(true);
    }
    expect(await checkTemplate(template)).toEqual([]);
    expect(await listTags(template)).toEqual(
      expect.arrayContaining(['{#bab}', '{isi}', '{kelas}', '{sidik}']),
    );
  });
});

describe('a filled paper', () => {
  test('holds the whole report: class, demo mark, chapters, table heads that repeat, chart with its figures', async () => {
    const { zip, part, document } = await open(await renderDocx(sampleReport));
    const header = await part('word/header1.xml');
    expect(textOf(header)).toContain('TERBATAS');
    expect(textOf(header)).toContain('DATA CONTOH');
    const footer = await part('word/footer1.xml');
    expect(textOf(footer)).toContain('9c41 7be2 … 05da');
    expect(footer).toMatch(/instr=" PAGE ".*instr=" NUMPAGES "/s);
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(textOf(document)).toContain('III|Kasus dan korban');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(textOf(document)).toContain('Angka sepakat|13|23');
    expect(document).toContain('descr="Diagram batang kasus dan korban');
    const chart = await part('word/charts/simpul1.xml');
    expect(chart).toContain('pattFill');
    expect([...chart.matchAll(/<c:v>(\d+)<\/c:v>/g)].map((m) => Number(m[1]))).toEqual(
      expect.arrayContaining([13, 23]),
    );
    expect(zip.file('word/embeddings/simpul1.xlsx')).not.toBeNull();
    expect(textOf(document)).not.toMatch(/[{}]/);
    expect(document).not.toContain('w:val="Penanda"');
    expect(await part('docProps/core.xml')).toContain(sampleReport.hash);
    const broken: string[] = [];
    for (const name of Object.keys(zip.files).filter((n) => /\.(xml|rels)$/.test(n))) {
      if (!wellFormed(await part(name))) broken.push(name);
    }
    expect(broken).toEqual([]);
  });

  test('every relation leads to a part of the file, and every part has a type', async () => {
    const { zip, part } = await open(
      await renderDocx({ ...sampleReport, letterhead: { ...sampleReport.letterhead, emblem } }),
    );
    const types = await part('[Content_Types].xml');
    const astray: string[] = [];
    for (const name of Object.keys(zip.files).filter((n) => n.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of (await part(name)).matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target ?? '', `http://x/${folder}`).pathname.slice(1);
        const typed =
          types.includes(`PartName="/${path}"`) || types.includes(`Extension="${path.split('.').at(-1)}"`);
        if (!zip.file(path) || !typed) astray.push(`${name} -> ${path}`);
      }
    }
    expect(astray).toEqual([]);
  });

  test('equal data give equal bytes', async () => {
    const [one, two] = [await renderDocx(sampleReport), await renderDocx(sampleReport)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('says nothing of a demonstration when the data are real', async () => {
    const { part, document } = await open(await renderDocx({ ...sampleReport, demo: false }));
    expect(textOf((await part('word/header1.xml')) + document)).not.toContain('DATA CONTOH');
  });

  test('text is text: markup, tags and control characters in it do nothing', async () => {
    const nasty = 'a <w:br/> & "b" {judul} {#bab} \u0001 \u000B';
    const data: PaperInput = {
      ...sampleReport,
      title: nasty,
      chapters: [
        {
          title: nasty,
          blocks: [
            { kind: 'paragraph', text: `${nasty}\nbaris dua` },
            { kind: 'table', caption: nasty, columns: [{ label: nasty }], rows: [{ cells: [nasty] }] },
            {
              kind: 'bars',
              caption: nasty,
              alt: nasty,
              series: [{ label: nasty }],
              points: [{ label: nasty, values: [1] }],
            },
          ],
        },
      ],
    };
    const { part, document } = await open(await renderDocx(data));
    expect(wellFormed(document)).toBe(true);
    expect(wellFormed(await part('word/charts/simpul1.xml'))).toBe(true);
    const plain = textOf(document).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    expect(plain.replaceAll('&amp;', '&').split('a <w:br/> & "b" {judul} {#bab}').length).toBeGreaterThan(5);
    expect(/<w:br\/><w:t [^>]*>baris dua/.test(document)).toBe(true);
  });

  test('each counted list begins at 1', async () => {
    const { part, document } = await open(await renderDocx(sampleRecord));
    const used = [...new Set([...document.matchAll(/<w:numId w:val="(7\d+)"/g)].map((m) => m[1]))];
    expect(used).toEqual(['7001', '7002']);
    const numbering = await part('word/numbering.xml');
    for (const id of used) {
      expect(numbering).toMatch(new RegExp(`<w:num w:numId="${id}">.*?<w:startOverride w:val="1"/>`));
    }
  });

  test('signatures: one stands at the right, empty lines are gone, none leave no table behind', async () => {
    const { document } = await open(await renderDocx(sampleReport));
    const cells = document.split('Samarinda, 14 Januari 2027')[0]?.split('<w:tr>').at(-1) ?? '';
    expect(cells.match(/<w:tc>/g)).toHaveLength(2);
    const none = await open(await renderDocx({ ...sampleRecord, signatures: [] }));
    expect(none.document).not.toContain('TandaTangan');
    expect(none.document).not.toMatch(/<w:tbl>(?:(?!<w:tr[ >]).)*?<\/w:tbl>/s);
  });

  test('a template whose program dropped unused styles and numberings gets them back', async () => {
    const zip = await JSZip.loadAsync(await defaultTemplate('report'));
    const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
    const dropped = Object.values(styleIds).filter((id) => id !== 'Penanda');
    const gone = new RegExp(`<w:style [^>]*w:styleId="(?:${dropped.join('|')})".*?</w:style>`, 'gs');
    zip.file('word/styles.xml', styles.replace(gone, ''));
    zip.remove('word/numbering.xml');
    const rels = (await zip.file('word/_rels/document.xml.rels')?.async('string')) ?? '';
    zip.file('word/_rels/document.xml.rels', rels.replace(/<Relationship [^>]*numbering.xml"\/>/, ''));
    const { part, document } = await open(
      await renderDocx(sampleReport, await zip.generateAsync({ type: 'uint8array' })),
    );
    const given = await part('word/styles.xml');
    expect(dropped.filter((id) => given.split(`w:styleId="${id}"`).length !== 2)).toEqual([]);
    expect(wellFormed(given)).toBe(true);
    const numbering = await part('word/numbering.xml');
    const used = [...new Set([...document.matchAll(/<w:numId w:val="(\d+)"/g)].map((m) => m[1]))];
    expect(used.filter((id) => !numbering.includes(`<w:num w:numId="${id}">`))).toEqual([]);
    expect(numbering.lastIndexOf('<w:abstractNum ')).toBeLessThan(numbering.indexOf('<w:num '));
    expect((await part('word/_rels/document.xml.rels')).includes('Target="numbering.xml"')).toBe(true);
  });

  test('a table of contents is a field that names every chapter and annex', async () => {
    const { document } = await open(await renderDocx({ ...sampleReport, contents: true }));
    expect(wellFormed(document)).toBe(true);
    expect(document.match(/fldCharType="(begin|separate|end)"/g)).toHaveLength(3);
    expect(document.match(/<w:pStyle w:val="TOC1"\/>/g)).toHaveLength(3);
    expect((await open(await renderDocx(sampleReport))).document.includes('TOC1')).toBe(false);
  });

  test('the emblem keeps its shape', async () => {
    const { document, zip } = await open(
      await renderDocx({ ...sampleReport, letterhead: { ...sampleReport.letterhead, emblem } }),
    );
    const [, wide, tall] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? [];
    expect(Number(wide) / Number(tall)).toBeCloseTo(0.75, 2);
    expect(zip.file(/word\/media\/.*png$/)).toHaveLength(1);
    expect(wellFormed(document)).toBe(true);
    expect(/descr="Lambang &quot;contoh&quot;"/.test(document)).toBe(true);
  });

  test.each(['left', 'start'])('follows the indent that the office set (%s)', async (side) => {
    const wider = await changed(
      (xml) => xml.replace(/(w:styleId="Isi".*?w:)left="\d+/s, `$1${side}="1500`),
      'word/styles.xml',
    );
    const { document } = await open(await renderDocx(sampleReport, wider));
    expect(document.includes('<w:tblInd w:w="1500"')).toBe(true);
  });
});

describe('a template of the office', () => {
  test('unknown, misplaced, unclosed and unopened tags are named, with the nearest known one', async () => {
    const template = await changed((xml) =>
      xml
        .replace('{subjudul}', '{subjudl}')
        .replace('{kop_alamat}', '{nilai}')
        .replace('{/lampiran}', '')
        .replace('{judul}', '{/rapat}{judul}'),
    );
    const problems = await checkTemplate(template);
    expect(problems.map((p) => [p.code, p.params['tag']])).toEqual([
      ['template.tag_misplaced', '{nilai}'],
      ['template.tag_not_opened', '{/rapat}'],
      ['template.tag_unknown', '{subjudl}'],
      ['template.tag_not_closed', '{#lampiran}'],
    ]);
    expect(problems[2]?.message).toEqual({
      id: 'Penanda {subjudl} tidak dikenal. Maksudnya {subjudul}?',
      en: 'The tag {subjudl} is not known. Did you mean {subjudul}?',
    });
  });

  test('a template without class, demo mark or hash is refused', async () => {
    const noDemo = await changed((xml) => xml.replaceAll(/\{[#/]contoh\}/g, ''), 'word/header1.xml');
    expect(await codes(noDemo)).toEqual(['template.tag_missing']);
    const noHash = await changed((xml) => xml.replace('{sidik}', ''), 'word/footer1.xml');
    expect((await checkTemplate(noHash))[0]?.message.id).toContain('{sidik}');
  });

  test('a lone bracket is shown with its text', async () => {
    const problems = await checkTemplate(await changed((xml) => xml.replace('{judul}', '{judul')));
    expect(problems[0]?.code).toBe('template.brace');
    expect(problems[0]?.message.id).toContain('{judul');
  });

  test('a loop that begins in a table and ends outside is found', async () => {
    const template = await changed((xml) =>
      xml.replace('{/tanda_tangan}', '').replace('{#lampiran}', '{/tanda_tangan}{#lampiran}'),
    );
    expect(await codes(template)).toEqual(['template.loop']);
  });

  test('a loop inside a content control is found, and refused when used all the same', async () => {
    const template = await changed((xml) =>
      xml.replace(
        /<w:p>(?:(?!<w:p>).)*\{#bab\}.*?\{\/bab\}.*?<\/w:p>/s,
        '<w:sdt><w:sdtContent>$&</w:sdtContent></w:sdt>',
      ),
    );
    expect(await codes(template)).toEqual(['template.control']);
    await expect(renderDocx(sampleReport, template)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ code: 'template.control' }],
    });
  });

  test('what would be fetched or run when the paper is opened is refused', async () => {
    const remote = await changed(
      (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="x" Type="http://y/attachedTemplate" Target="https://z.example/t.dotm" TargetMode="External"/></Relationships>',
        ),
      'word/_rels/document.xml.rels',
    );
    expect(await codes(remote)).toEqual(['template.external']);
    const dde = await changed((xml) =>
      xml.replace(
        '{subjudul}',
        '{subjudul}</w:t></w:r><w:r><w:instrText> DDEAUTO c </w:instrText></w:r><w:r><w:t>',
      ),
    );
    expect(await codes(dde)).toEqual(['template.external']);
    const zip = await JSZip.loadAsync(await defaultTemplate('report'));
    zip.file('word/vbaProject.bin', 'x');
    expect(await codes(await zip.generateAsync({ type: 'uint8array' }))).toEqual(['template.macros']);
    expect(await codes(Buffer.from('bukan docx'))).toEqual(['template.damaged']);
  });
});

describe('remote content of a template is found however it is written', () => {
  const attached = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
  const link = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  const namespace = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const relation = (inner: string) => `<Relationships ${namespace}>${inner}</Relationships>`;
  const withPart = async (part: string, content: string | Buffer) => {
    const zip = await JSZip.loadAsync(await defaultTemplate('report'));
    zip.file(part, content);
    return (await checkTemplate(await zip.generateAsync({ type: 'uint8array' }))).map((p) => p.code);
  };
  const settings = (content: string | Buffer) => withPart('word/_rels/settings.xml.rels', content);
  const target = 'Target="http://luar.example/t.dotm"';

  test.each([
    ['single quotes', `<Relationship Id="r" Type="${attached}" ${target} TargetMode='External'/>`],
    ['spaces', `<Relationship Id="r" Type="${attached}" ${target} TargetMode = "External"/>`],
    ['a line break', `<Relationship\nId="r" Type="${attached}" ${target} TargetMode="External"/>`],
    [
      'a bracket in an attribute',
      `<Relationship Id="r>1" Type="${attached}" ${target} TargetMode="External"/>`,
    ],
    [
      'a character reference',
      `<Relationship Id="r" Type="${attached}" ${target} TargetMode="Ext&#101;rnal"/>`,
    ],
    [
      'a target that ends like a link',
      `<Relationship Id="r" Type="${attached}" Target="http://luar.example/hyperlink" TargetMode="External"/>`,
    ],
  ])('%s', async (_, inner) => {
    expect(await settings(relation(inner))).toEqual(['template.external']);
  });
  test('a prefix', async () => {
    const inner = `<p:Relationship Id="r" Type="${attached}" ${target} TargetMode="External"/>`;
    const root = `<p:Relationships ${namespace.replace('xmlns', 'xmlns:p')}>${inner}</p:Relationships>`;
    expect(await settings(root)).toEqual(['template.external']);
  });
  test('another encoding, entities of its own and broken XML make a file that cannot be judged', async () => {
    const outside = relation(`<Relationship Id="r" Type="${attached}" ${target} TargetMode="External"/>`);
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${outside}`, 'utf16le');
    for (const content of [utf16, `<!DOCTYPE x [<!ENTITY e "External">]>${outside}`, '<Relationships><open>'])
      expect(await settings(content)).toEqual(['template.damaged']);
    expect(await withPart('word/document.xml', '<w:document><w:body>')).toEqual(['template.damaged']);
  });
  test('a link that somebody must click may stay', async () => {
    const inner = `<Relationship Id="r" Type="${link}" Target="https://kemenpppa.go.id" TargetMode="External"/>`;
    expect(await settings(relation(inner))).toEqual([]);
  });

  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const char = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const code = (text: string) => run(`<w:instrText>${text}</w:instrText>`);
  const body = (inner: string) =>
    changed((xml) => xml.replace('<w:body>', `<w:body><w:p>${inner}</w:p>`)).then(codes);
  test.each([
    [
      'split over runs',
      char('begin') + code('INCLUDE') + code('PICTURE "http://x.example/p.png"') + char('end'),
    ],
    ['in mixed case', '<w:fldSimple w:instr=" IncludePicture &quot;http://x.example/p.png&quot; "/>'],
    ['written by another field', char('begin') + char('begin') + code('QUOTE x') + char('end') + char('end')],
    ['never closed', char('begin') + code('DDEAUTO c')],
  ])('a field %s', async (_, inner) => {
    expect(new Set(await body(inner))).toEqual(new Set(['template.external']));
  });
  test('fields that look at the paper itself stay', async () => {
    const page = char('begin') + code(' PAGE ') + char('separate') + run('<w:t>1</w:t>') + char('end');
    const when =
      char('begin') +
      code(' IF ') +
      char('begin') +
      code(' PAGE ') +
      char('end') +
      code(' = 1 "a" "b"') +
      char('end');
    expect(await body(page + when)).toEqual([]);
  });
  test('a picture that stands by its address', async () => {
    const picture =
      '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="//x.example/p"/></v:shape></w:pict>';
    expect(await body(run(picture))).toEqual(['template.external']);
  });
});

test('a template that would hold everybody up while it is read is refused', async () => {
  const long = await changed((xml) => xml.replace('<w:body>', `<w:body><w:p/>${'<w:p/>'.repeat(350_000)}`));
  expect(await codes(long)).toEqual(['template.long']);
});

test('a template whose chapters have no place for title and text is refused, and told where it belongs', async () => {
  const template = await changed((xml) => xml.replaceAll('{isi}', ''));
  const problems = await checkTemplate(template);
  expect(problems.map((p) => p.code)).toEqual(['template.tag_missing', 'template.tag_missing']);
  expect(problems[0]?.message.id).toContain('di antara {#bab} dan {/bab}');
});

test('only emptied markers go: a paragraph with a picture, a field or a section stays', () => {
  const p = (inner: string) => `<w:p><w:pPr><w:pStyle w:val="Penanda"/>${inner}</w:p>`;
  const kept = [
    p('</w:pPr><w:r><w:t>x</w:t></w:r>'),
    p('</w:pPr><w:r><w:drawing ></w:drawing></w:r>'),
    p('<w:sectPr ></w:sectPr></w:pPr>'),
  ];
  expect(withoutEmptied(`${kept.join('')}${p('</w:pPr><w:r><w:t xml:space="preserve"/></w:r>')}`)).toBe(
    kept.join(''),
  );
});

test('the templates are real files of the repository', async () => {
  for (const name of ['laporan-januari.docx', 'berita-acara.docx']) {
    const bytes = await readFile(new URL(`../../../templates/${name}`, import.meta.url));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  }
});
