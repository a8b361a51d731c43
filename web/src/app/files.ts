import { agencyHeader } from './api-client.ts';
import { chosenAgency } from './agency.ts';
import { NoAnswerError, ProblemError, toProblem } from './problem.ts';
import { askStepUp } from './step-up.ts';

export interface UploadedFile {
  id: string;
  kind: string;
  bytes: number;
}
/** A custom header needs a preflight across sites: the server takes it as the mark of our own pages. */
const ownPage = { 'x-simpul': 'web' };

/** Sends one file; `onProgress` gets the share that left the browser. XMLHttpRequest, because fetch cannot tell. */
export function uploadFile(
  file: File,
  o: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file);
    const x = new XMLHttpRequest();
    x.open('POST', '/api/files');
    for (const [name, value] of Object.entries({ ...ownPage, ...agencyHeader(chosenAgency()) }))
      x.setRequestHeader(name, value);
    x.responseType = 'json';
    x.upload.onprogress = (e) => e.lengthComputable && o.onProgress?.(e.loaded / e.total);
    x.onload = () =>
      x.status < 300
        ? resolve(x.response as UploadedFile)
        : reject(new ProblemError(toProblem(x.status, x.response)));
    x.onerror = () => reject(new NoAnswerError(undefined));
    x.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    o.signal?.addEventListener('abort', () => x.abort());
    x.send(form);
  });
}

const nameOf = (disposition: string | null) => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'simpul';

/** Fetches a file under `/api/downloads` and hands it to the browser to keep. */
export async function downloadFile(
  path: string,
  query: Record<string, string | undefined> = {},
  o: { purpose?: string } = {},
): Promise<void> {
  const params = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const url = `/api/downloads${path}${params.size > 0 ? `?${params.toString()}` : ''}`;
  const ask = async (): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(url, {
        headers: { ...agencyHeader(chosenAgency()), ...(o.purpose ? { 'x-purpose': o.purpose } : {}) },
      });
    } catch (error) {
      throw new NoAnswerError(error);
    }
    if (response.ok) return response;
    const problem = toProblem(response.status, await response.json().catch(() => undefined));
    if (problem.code === 'step_up_required' && (await askStepUp())) return ask();
    throw new ProblemError(problem);
  };
  const response = await ask();
  saveFile(await response.blob(), nameOf(response.headers.get('content-disposition')));
}

/** Hands a file to the browser to keep. */
export function saveFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
