import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2Async = promisify(argon2);
export interface PasswordCost {
  memory: number;
  passes: number;
  parallelism: number;
}
// RFC 9106, second recommended option (64 MiB, 3 passes), one lane to fit small offices.
const officeCost: PasswordCost = { memory: 64 * 1024, passes: 3, parallelism: 1 };
/** For tests only. */
export const lightCost: PasswordCost = { memory: 8 * 1024, passes: 1, parallelism: 1 };

const derive = (password: string, nonce: Buffer, cost: PasswordCost, tagLength = 32) =>
  argon2Async('argon2id', {
    message: password.normalize('NFC'),
    nonce,
    ...cost,
    tagLength,
  }) as Promise<Buffer>;

/** `argon2id$memory$passes$lanes$salt$tag`: the cost travels with the hash, so it can be raised later. */
export async function hashPassword(password: string, cost: PasswordCost = officeCost): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return ['argon2id', memory, passes, parallelism, salt.toString('base64'), tag.toString('base64')].join('$');
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [name, memory, passes, parallelism, salt, tag] = hash.split('$');
  if (name !== 'argon2id' || !salt || !tag) return false;
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const made = await derive(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return made.length === expected.length && timingSafeEqual(made, expected);
}
