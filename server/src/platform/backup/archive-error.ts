export type ArchiveErrorCode =
  | 'not_an_archive'
  | 'wrong_key'
  | 'damaged'
  | 'unsupported'
  | 'wrong_installation'
  | 'keys_too_old'
  | 'not_empty'
  | 'table_missing';

/** A backup that cannot be made or restored. Messages say what to do, never what the archive holds. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveErrorCode;
  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
