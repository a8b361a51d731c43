import { Worker } from 'node:worker_threads';
import { paperView } from './paper-view.ts';
import type { PaperInput } from './paper.ts';
import type { FromPdfWorker, ToPdfWorker } from './pdf-worker.ts';

/** Fonts and compiler take some 60 MB: the worker goes when nothing was asked of it for this long. */
const idleMs = 60_000;
const slowestMs = 120_000;

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let jobs = 0;
let idle: NodeJS.Timeout | undefined;

function start(): Worker {
  const made = new Worker(new URL('./pdf-worker.ts', import.meta.url));
  made.unref();
  made.on('message', (answer: FromPdfWorker) => {
    const asked = waiting.get(answer.job);
    waiting.delete(answer.job);
    if ('pdf' in answer) asked?.resolve(answer.pdf);
    else asked?.reject(new Error(`paper template failed: ${answer.error}`));
  });
  const fail = (error: Error) => {
    if (worker === made) worker = undefined;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  };
  made.on('error', fail);
  made.on('exit', (code) => {
    if (waiting.size > 0) fail(new Error(`pdf worker ended (${code})`));
    if (worker === made) worker = undefined;
  });
  return made;
}

function ask(message: Omit<ToPdfWorker, 'job'>): Promise<Uint8Array> {
  clearTimeout(idle);
  const running = (worker ??= start());
  running.ref();
  const job = (jobs += 1);
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  waiting.set(job, { resolve, reject });
  const slow = setTimeout(() => void running.terminate(), slowestMs);
  running.postMessage({ ...message, job } satisfies ToPdfWorker);
  return promise.finally(() => {
    clearTimeout(slow);
    if (waiting.size > 0) return;
    running.unref();
    idle = setTimeout(() => void closePdf(), idleMs);
    idle.unref();
  });
}

/** Ends the worker; the next paper starts a new one. */
export async function closePdf(): Promise<void> {
  clearTimeout(idle);
  const running = worker;
  worker = undefined;
  await running?.terminate();
}

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;
const templates = { report: 'laporan-januari.typ', record: 'berita-acara.typ' } as const;

/** The paper as tagged PDF (PDF/UA-1), made in a worker; equal data give equal bytes. */
export async function renderPdf(data: PaperInput): Promise<Uint8Array> {
  const view = paperView(data);
  const { emblem, ...head } = view.letterhead;
  const path = emblem ? `emblem.${extensions[emblem.mime]}` : '';
  const letterhead = emblem ? { ...head, emblem: { path, alt: emblem.alt } } : head;
  return ask({
    template: templates[view.kind],
    data: JSON.stringify({ ...view, letterhead }),
    ...(emblem ? { file: { path, bytes: Buffer.from(emblem.base64, 'base64') } } : {}),
    seconds: Date.parse(`${view.day}T00:00:00Z`) / 1000,
  });
}
