import {
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagDisposition,
  type Tag,
} from 'easy-template-x';
import { AppError } from '../errors.ts';
import { loopTags, topTags, type TagMeaning } from './docx-tags.ts';
import { BrokenPart, findOutside, LongPart } from './docx-outside.ts';
import { docxData, loopProblem, newHandler, textFrame } from './docx.ts';
import { fileMessage, type FileMessageCode, type MessageParams } from './messages.ts';
import { paperView } from './paper-view.ts';
import { checkZip } from './zip-check.ts';

/** One thing that is wrong with a template, in words for the office that made it. */
export interface TemplateProblem {
  code: FileMessageCode;
  params: MessageParams;
  message: { id: string; en: string };
}

const problem = (code: FileMessageCode, params: MessageParams = {}): TemplateProblem => ({
  code,
  params,
  message: { id: fileMessage(code, params, 'id'), en: fileMessage(code, params, 'en') },
});

const zipMessages = {
  notZip: 'template.damaged',
  tooLarge: 'template.damaged',
  suspicious: 'template.damaged',
  damaged: 'template.damaged',
} as const;
const limits = { maxUnpackedBytes: 60_000_000, maxEntries: 1000, maxRatio: 250 };

/** The tags that a template uses, each once, in order; loops as `{#bab}`. */
export async function listTags(template: Uint8Array): Promise<string[]> {
  const tags = await newHandler().parseTags(Buffer.from(template));
  const open = tags.filter((t) => t.disposition !== TagDisposition.Close);
  return [
    ...new Set(open.map((t) => (t.disposition === TagDisposition.Open ? `{#${t.name}}` : `{${t.name}}`))),
  ];
}

/** Everything that keeps an office's Word template from being used; empty when it is good. */
export async function checkTemplate(template: Uint8Array): Promise<TemplateProblem[]> {
  const bytes = Buffer.from(template);
  try {
    const kind = checkZip(bytes, limits, zipMessages);
    if (kind === 'macros') return [problem('template.macros')];
    if (kind !== 'docx') return [problem('template.damaged')];
  } catch (error) {
    if (error instanceof AppError) return [problem('template.damaged')];
    throw error;
  }
  let outside: TemplateProblem[];
  try {
    outside = (await findOutside(bytes)).map((value) => problem('template.external', { value }));
  } catch (error) {
    if (error instanceof BrokenPart) return [problem('template.damaged')];
    if (error instanceof LongPart) return [problem('template.long')];
    throw error;
  }
  let tags: Tag[];
  try {
    tags = await newHandler().parseTags(bytes);
  } catch (error) {
    return [...outside, braceProblem(error)];
  }
  const wrong = [...outside, ...checkTags(tags), ...missing(tags)];
  return wrong.length > 0 ? wrong : trial(bytes);
}

function braceProblem(error: unknown): TemplateProblem {
  if (error instanceof MissingCloseDelimiterError)
    return problem('template.brace', { text: error.openDelimiterText });
  if (error instanceof MissingStartDelimiterError)
    return problem('template.brace', { text: error.closeDelimiterText });
  return problem('template.damaged');
}

const shownTag = (tag: Tag): string => tag.rawText;

function checkTags(tags: readonly Tag[]): TemplateProblem[] {
  const wrong: TemplateProblem[] = [];
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.disposition === TagDisposition.Close) {
      const last = open.at(-1);
      if (last && (tag.name === '' || tag.name === last.name)) open.pop();
      else if (open.some((o) => o.name === tag.name)) {
        // An inner loop was left open: say so for each, down to the one that is closed here.
        for (let inner = open.pop(); inner && inner.name !== tag.name; inner = open.pop())
          wrong.push(notClosed(inner));
      } else wrong.push(problem('template.tag_not_opened', { tag: shownTag(tag), open: `{#${tag.name}}` }));
      continue;
    }
    const unknown = misused(tag, open);
    if (unknown) wrong.push(unknown);
    if (tag.disposition === TagDisposition.Open) open.push(tag);
  }
  return [...wrong, ...open.map(notClosed)];
}

const notClosed = (tag: Tag) =>
  problem('template.tag_not_closed', { tag: shownTag(tag), close: `{/${tag.name}}` });

function misused(tag: Tag, open: readonly Tag[]): TemplateProblem | undefined {
  if (tag.disposition === TagDisposition.Open) {
    return Object.hasOwn(loopTags, tag.name) ? undefined : unknownTag(tag, Object.keys(loopTags));
  }
  if (Object.hasOwn(topTags, tag.name)) return undefined;
  const within = open.some((o) => Object.hasOwn(loopTags[o.name]?.tags ?? {}, tag.name));
  if (within) return undefined;
  const home = Object.entries(loopTags).find(([, loop]) => Object.hasOwn(loop.tags, tag.name))?.[0];
  if (home) {
    return problem('template.tag_misplaced', { tag: shownTag(tag), open: `{#${home}}`, close: `{/${home}}` });
  }
  const inner = open.flatMap((o) => Object.keys(loopTags[o.name]?.tags ?? {}));
  return unknownTag(tag, [...inner, ...Object.keys(topTags)]);
}

function unknownTag(tag: Tag, known: string[]): TemplateProblem {
  const near = known
    .map((name) => ({ name, far: distance(name, tag.name) }))
    .sort((a, b) => a.far - b.far)[0];
  const sign = tag.disposition === TagDisposition.Open ? '#' : '';
  const like = near && near.far <= Math.max(1, tag.name.length / 3) ? `{${sign}${near.name}}` : '';
  const said = { tag: shownTag(tag) };
  const made = problem('template.tag_unknown', { ...said, hint: like ? ` Maksudnya ${like}?` : '' });
  return {
    ...made,
    params: { ...said, hint: like },
    message: {
      ...made.message,
      en: fileMessage('template.tag_unknown', { ...said, hint: like ? ` Did you mean ${like}?` : '' }, 'en'),
    },
  };
}

/** Edits from one word to the other (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function missing(tags: readonly Tag[]): TemplateProblem[] {
  const opened = new Set(tags.filter((t) => t.disposition === TagDisposition.Open).map((t) => t.name));
  const plain = new Set(tags.filter((t) => t.disposition === TagDisposition.SelfClosed).map((t) => t.name));
  const lacks = (names: Record<string, TagMeaning>, there: Set<string>, sign: string) =>
    Object.entries(names)
      .filter(([name, meaning]) => meaning.required && !there.has(name))
      .map(([name, meaning]) => {
        const tag = `{${sign}${name}}`;
        const made = problem('template.tag_missing', { tag, why: meaning.id });
        return {
          ...made,
          message: {
            ...made.message,
            en: fileMessage('template.tag_missing', { tag, why: meaning.en }, 'en'),
          },
        };
      });
  const within = Object.entries(loopTags)
    .filter(([name]) => opened.has(name))
    .flatMap(([name, loop]) =>
      lacks(loop.tags, plainWithin(tags, name), '').map((p) => ({
        ...p,
        message: {
          id: `${p.message.id} Letakkan di antara {#${name}} dan {/${name}}.`,
          en: `${p.message.en} Place it between {#${name}} and {/${name}}.`,
        },
      })),
    );
  return [...lacks(topTags, plain, ''), ...lacks(loopTags, opened, '#'), ...within];
}

/** Names of the tags that stand inside the loops of this name. */
function plainWithin(tags: readonly Tag[], loop: string): Set<string> {
  const names = new Set<string>();
  const open: string[] = [];
  for (const tag of tags) {
    if (tag.disposition === TagDisposition.Open) open.push(tag.name);
    else if (tag.disposition === TagDisposition.Close) open.pop();
    else if (open.includes(loop)) names.add(tag.name);
  }
  return names;
}

const trialPaper = paperView({
  kind: 'report',
  class: 'TERBATAS',
  demo: true,
  letterhead: { authority: ['A'], office: ['B'] },
  number: '1',
  hash: '0'.repeat(64),
  day: '2000-01-01',
  title: 'Uji',
  runningTitle: 'Uji',
  contents: true,
  facts: [{ label: 'a', value: 'b' }],
  opening: [{ kind: 'paragraph', text: 'x' }],
  chapters: [{ title: 'x', blocks: [{ kind: 'paragraph', text: 'x' }] }],
  annexes: [{ title: 'x', blocks: [] }],
  signatures: [{ office: 'x' }],
});

async function trial(bytes: Buffer): Promise<TemplateProblem[]> {
  try {
    const data = docxData(trialPaper, await textFrame(bytes), { charts: [], numberedLists: 0 });
    await newHandler().process(bytes, data);
    return [];
  } catch (error) {
    const loop = loopProblem(error);
    if (!loop) throw error;
    return [problem(loop.code, loop.params)];
  }
}
