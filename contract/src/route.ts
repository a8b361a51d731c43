import { oc } from '@orpc/contract';
import { z } from 'zod';
import { P0 } from './field.ts';

/**
 * What every route must say about itself. `permission` is a capability (accounts/roles.ts), or
 * `public` (no sign-in) or `signed-in` (any signed-in person). `audit` is the name in the audit trail:
 * `null` only for reads below P3.
 */
export interface RouteMeta {
  permission: string;
  audit: string | null;
  kind: 'read' | 'command';
  /** Reads of P3 and above: refused without a purpose (header `x-purpose`). */
  purpose?: boolean;
  /** Refused unless the person confirmed the second factor or password within the last minutes. */
  stepUp?: boolean;
  /** Input arrives as multipart/form-data with one file. */
  upload?: boolean;
}

type Path = `/${string}`;
interface ReadOptions {
  path: Path;
  permission: string;
  audit?: string;
  summary: string;
  purpose?: boolean;
  stepUp?: boolean;
}
interface CommandOptions extends ReadOptions {
  audit: string;
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  upload?: boolean;
}

const base = oc.$meta<RouteMeta>({ permission: '', audit: null, kind: 'read' });
const tagOf = (path: Path) => path.split('/')[1] ?? '';

/** A read: GET, changes nothing. */
export function read(o: ReadOptions) {
  return base
    .meta({
      permission: o.permission,
      audit: o.audit ?? null,
      kind: 'read',
      ...(o.purpose ? { purpose: true } : {}),
      ...(o.stepUp ? { stepUp: true } : {}),
    })
    .route({ method: 'GET', path: o.path, summary: o.summary, tags: [tagOf(o.path)] });
}

/**
 * A command: changes something, takes an `Idempotency-Key` header and answers with a reference (`Ref`),
 * never with a body worth hiding, so that a repeated key can be answered from the stored reference.
 */
export function command(o: CommandOptions) {
  return base
    .meta({
      permission: o.permission,
      audit: o.audit,
      kind: 'command',
      ...(o.purpose ? { purpose: true } : {}),
      ...(o.stepUp ? { stepUp: true } : {}),
      ...(o.upload ? { upload: true } : {}),
    })
    .route({ method: o.method ?? 'POST', path: o.path, summary: o.summary, tags: [tagOf(o.path)] })
    .output(Ref);
}

/** What a command answers: the id of what was made or changed, and its version now. */
export const Ref = z.object({
  id: P0(z.string()),
  version: P0(z.number().int().optional()),
});
export type Ref = z.infer<typeof Ref>;

/** Optimistic concurrency: the version the caller saw. */
export const Version = P0(z.number().int().min(1));
