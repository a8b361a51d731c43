import type { FileProblem } from '@simpul/contract/clearing/row';
import type { Ctx } from '../../../platform/context.ts';
import { fileMessage, fileMessages, type FileMessageCode } from '../../../platform/documents/messages.ts';
import { AppError } from '../../../platform/errors.ts';

const isFileMessage = (code: string): code is FileMessageCode => Object.hasOwn(fileMessages, code);

/** What broke the reading of a file, with its place and mend; empty where it was not the file. */
function refusalOf(error: unknown): FileProblem[] {
  if (!(error instanceof AppError)) return [];
  return error.errors.flatMap(({ code }) => {
    if (!isFileMessage(code)) return [];
    const [textId, textEn] = [fileMessage(code, error.params, 'id'), fileMessage(code, error.params, 'en')];
    return [{ code: 'unreadable', field: null, params: { ...error.params, reason: code, textId, textEn } }];
  });
}

/** Lays down why an import failed, for the person who handed the file in. */
export const failImport = (ctx: Ctx, id: string, error: unknown) =>
  ctx.client.query(
    `update clearing.import set state = 'failed', refusal = $2, version = version + 1
      where id = $1 and state in ('checking', 'accepting', 'failed')`,
    [id, JSON.stringify(refusalOf(error))],
  );
