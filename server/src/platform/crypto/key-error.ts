export type KeyErrorCode =
  | 'key_missing'
  | 'key_open_to_others'
  | 'key_malformed'
  | 'key_command_failed'
  | 'key_version_unknown'
  | 'key_exists'
  | 'key_destroyed'
  | 'unwrap_failed'
  | 'open_failed'
  | 'not_sealable';

/** A refusal of the key machinery. Messages name places and how to mend, never key bytes or sealed content. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly code: KeyErrorCode;
  constructor(code: KeyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
