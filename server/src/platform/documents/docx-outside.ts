import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';

/** A part that is no well-formed XML in UTF-8: Word would mend or refuse it, and what it holds cannot be judged. */
export class BrokenPart extends Error {}

/** Reading XML holds up everybody else; a template with its styles has a tenth of this. */
const mostXml = 2_000_000;
export class LongPart extends Error {}

/** Relations that may lead outside: Word follows them only when somebody clicks. */
const clicked = /\/relationships\/hyperlink$/;
const carriesProgram = /\/relationships\/(oleObject|aFChunk|package|control|activeXControlBinary)$/;

/** Fields that compute from the paper itself; any other may fetch, link or run something. */
const harmlessFields = new Set(
  [
    '= AUTHOR COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME FILENAME FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF',
    'KEYWORDS LASTSAVEDBY LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION',
    'SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TC TIME TITLE TOC XE',
  ]
    .join(' ')
    .split(' '),
);

/** An address that names a machine or a folder, and so is fetched. */
const fetched = /^\s*([a-z][a-z0-9+.-]*:|\/\/|\\\\)/i;

function parse(bytes: Uint8Array): Element {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BrokenPart();
  }
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if ((encoding !== undefined && encoding.toLowerCase() !== 'utf-8') || /<!(DOCTYPE|ENTITY)/i.test(text))
    throw new BrokenPart();
  const refuse = () => {
    throw new BrokenPart();
  };
  const root = new DOMParser({
    errorHandler: { warning: refuse, error: refuse, fatalError: refuse },
  }).parseFromString(text, 'text/xml').documentElement;
  if (!root) throw new BrokenPart();
  return root;
}

function* elements(of: Element): Generator<Element> {
  yield of;
  for (let child = of.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) yield* elements(child as Element);
}
const attributes = (e: Element) =>
  Array.from({ length: e.attributes.length }, (_, i) => e.attributes.item(i)).flatMap((a) =>
    a ? [{ name: a.localName ?? a.name, prefix: a.prefix, value: a.value }] : [],
  );
const attribute = (e: Element, name: string) => attributes(e).find((a) => a.name === name)?.value;

function* ofRelations(root: Element): Generator<string> {
  for (const e of elements(root)) {
    if (e.localName !== 'Relationship') continue;
    const type = attribute(e, 'Type') ?? '';
    const mode = attribute(e, 'TargetMode');
    if (carriesProgram.test(type)) yield 'OLE';
    else if (mode !== undefined && mode !== 'Internal' && !clicked.test(type))
      yield attribute(e, 'Target') ?? mode;
  }
}

/** First word of each field code, pieces of it joined as Word joins them; a code that a field computes has none. */
function* fieldNames(root: Element): Generator<string> {
  const open: { code: string; inResult: boolean }[] = [];
  const nameOf = (code: string) => /^\s*(=|[^\s"\\]+)/.exec(code)?.[1]?.toUpperCase() ?? '';
  for (const e of elements(root)) {
    if (e.localName === 'fldSimple') yield nameOf(attribute(e, 'instr') ?? '');
    else if (e.localName === 'fldChar') {
      const kind = attribute(e, 'fldCharType');
      const top = open.at(-1);
      if (kind === 'begin') {
        // What a field inside writes is not known here: the code must have begun before it.
        if (top && !top.inResult && nameOf(top.code) === '') yield '';
        open.push({ code: '', inResult: false });
      } else if (kind === 'separate' && top) top.inResult = true;
      else if (kind === 'end' && top) {
        yield nameOf(top.code);
        open.pop();
      }
    } else if (e.localName === 'instrText' || e.localName === 'delInstrText') {
      const top = open.at(-1);
      if (top && !top.inResult) top.code += e.textContent ?? '';
      else yield nameOf(e.textContent ?? '');
    }
  }
  for (const left of open) yield nameOf(left.code);
}

function* ofContent(root: Element): Generator<string> {
  for (const name of fieldNames(root)) if (!harmlessFields.has(name)) yield name === '' ? '{ }' : name;
  for (const e of elements(root)) {
    if (e.localName === 'altChunk' || e.localName === 'OLEObject') yield 'OLE';
    for (const a of attributes(e))
      if (!a.prefix && (a.name === 'src' || a.name === 'href') && fetched.test(a.value)) yield a.value;
  }
}

/**
 * What a Word file would fetch, link or run when it is opened, in words that name it: a paper must not tell a
 * stranger who reads it. Throws `BrokenPart` for a part that cannot be judged, `LongPart` for one
 * that is too long to be read here.
 */
export async function findOutside(docx: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(docx);
  const found: string[] = [];
  for (const part of zip.file(/\.(rels|xml)$/i)) {
    const bytes = await part.async('uint8array');
    if (bytes.length > mostXml) throw new LongPart();
    const root = parse(bytes);
    found.push(...(/\.rels$/i.test(part.name) ? ofRelations(root) : ofContent(root)));
  }
  return [...new Set(found)];
}
