import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ArchiveError } from './archive-error.ts';

/**
 * The recovery key is an age X25519 pair. The secret half is shown once, written down by the office and
 * kept nowhere in the system; backups are encrypted to the public half, which may lie in the home.
 */
export interface RecoveryKey {
  /** AGE-SECRET-KEY-1...: shown once, never stored. */
  identity: string;
  /** age1...: encrypts only. */
  recipient: string;
}

export async function newRecoveryKey(): Promise<RecoveryKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public half of what somebody typed in; refuses a typing error by the checksum in the key. */
export async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity.trim().toUpperCase());
  } catch {
    throw new ArchiveError(
      'wrong_key',
      'This is not a recovery key. It begins with AGE-SECRET-KEY-1; check it sign by sign.',
    );
  }
}

/** A small secret (the master key) for the holder of the recovery key only, inside the archive too. */
export async function wrapForRecovery(text: string, recipient: string): Promise<Uint8Array> {
  return encrypterFor(recipient).encrypt(text);
}

export async function unwrapWithRecovery(wrapped: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity.trim().toUpperCase());
  try {
    return await decrypter.decrypt(wrapped, 'text');
  } catch (cause) {
    throw new ArchiveError('wrong_key', 'The wrapped master key does not open with this recovery key.', {
      cause,
    });
  }
}

export function encrypterFor(recipient: string): Encrypter {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new ArchiveError('wrong_key', 'The recovery recipient is not one: it begins with age1.', { cause });
  }
  return encrypter;
}
