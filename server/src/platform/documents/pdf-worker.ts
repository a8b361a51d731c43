import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';

/** Typst compiles in native code without giving way, so it lives in a worker. It reads our templates, nothing else. */

export interface ToPdfWorker {
  job: number;
  template: string;
  data: string;
  /** A picture that the data names by this path. */
  file?: { path: string; bytes: Uint8Array };
  seconds: number;
}
export type FromPdfWorker = { job: number; pdf: Uint8Array } | { job: number; error: string };

const templates = fileURLToPath(new URL('../../../templates/', import.meta.url));
const require = createRequire(import.meta.url);

const faces = [
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
  ['source-serif-4', 'SourceSerif4', ['400Regular', '600SemiBold', '700Bold']],
] as const;

function fonts(): Buffer[] {
  return faces.flatMap(([family, file, weights]) =>
    weights.map((w) => readFileSync(require.resolve(`@expo-google-fonts/${family}/${w}/${file}_${w}.ttf`))),
  );
}

let compiler: NodeCompiler | undefined;

function toPdf(message: ToPdfWorker): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts() }] });
  const { file } = message;
  const path = file ? join(templates, file.path) : '';
  if (file) compiler.mapShadow(path, Buffer.from(file.bytes));
  try {
    const compiled = compiler.compile({
      mainFilePath: join(templates, message.template),
      inputs: { data: message.data },
    });
    const document = compiled.result;
    if (!document || compiled.hasError()) throw new Error(said(compiled.takeDiagnostics()));
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: message.seconds });
  } finally {
    if (file) compiler.unmapShadow(path);
    compiler.evictCache(5);
  }
}

/** Diagnostics name template and reason, never the text of the paper. */
function said(error: NodeError | null): string {
  const all = (error?.shortDiagnostics ?? []) as { message?: string; path?: string }[];
  return (
    all.map((d) => `${d.path?.split('/').at(-1) ?? ''}: ${d.message ?? ''}`).join('; ') || 'typst failed'
  );
}

parentPort?.on('message', (message: ToPdfWorker) => {
  const { job } = message;
  try {
    const pdf = Uint8Array.from(toPdf(message));
    parentPort?.postMessage({ job, pdf } satisfies FromPdfWorker, [pdf.buffer]);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ job, error: text } satisfies FromPdfWorker);
  }
});
