import { oc } from '@orpc/contract';
import { z } from 'zod';
import { mostWhole, P0 } from './field.ts';

/**
 * What every route must say about itself. `permission` is a capability (accounts/roles.ts), or
 * `public` (no sign-in) or `signed-in` (any signed-in person). `audit` is the name in the audit trail:
 * `null` only for reads below P3.
 */
export interface RouteMeta {
  permission: string;
  audit: string | null;
  kind: 'read' | 'command';
  /** Reads of P3 and above: refused unless the header `x-purpose` names one of these. Any other route takes none. */
  purposes?: readonly string[];
  /** A file that holds identity leaves for one purpose: a plain link need not name it. */
  purposeGoesWithoutSaying?: boolean;
  /** Refused unless the person confirmed the second factor or password within the last minutes. */
  stepUp?: boolean;
  /** Input arrives as multipart/form-data with one file. */
  upload?: boolean;
  /** Open to an account of an office that has no second factor yet: what it needs to enrol, nothing else. */
  withoutSecondFactor?: boolean;
  /** The input is a password or code: nothing of it is kept, so an idempotency key is not looked at. */
  secret?: boolean;
}

type Path = `/${string}`;
interface ReadOptions {
  path: Path;
  permission: string;
  audit?: string;
  summary: string;
  purposes?: readonly string[];
  stepUp?: boolean;
  withoutSecondFactor?: boolean;
}
interface CommandOptions extends ReadOptions {
  audit: string;
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  upload?: boolean;
  secret?: boolean;
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
      ...(o.purposes ? { purposes: o.purposes } : {}),
      ...(o.stepUp ? { stepUp: true } : {}),
      ...(o.withoutSecondFactor ? { withoutSecondFactor: true } : {}),
    })
    .route({ method: 'GET', path: o.path, summary: o.summary, tags: [tagOf(o.path)] });
}

/**
 * A command: changes something, takes an `Idempotency-Key` header and answers with a reference (`Ref`),
 * never with a body worth hiding, so that a repeated key can be answered from the stored reference.
 */
export const command = (o: CommandOptions) => commandAnswering(o).output(Ref);

/**
 * A command that answers more than a reference, such as a secret that is shown once. Where a repeated key is
 * answered from the stored reference the rest is missing, so it must be optional beside `id`.
 */
export function commandAnswering(o: CommandOptions) {
  return base
    .meta({
      permission: o.permission,
      audit: o.audit,
      kind: 'command',
      ...(o.purposes ? { purposes: o.purposes } : {}),
      ...(o.stepUp ? { stepUp: true } : {}),
      ...(o.withoutSecondFactor ? { withoutSecondFactor: true } : {}),
      ...(o.upload ? { upload: true } : {}),
      ...(o.secret ? { secret: true } : {}),
    })
    .route({ method: o.method ?? 'POST', path: o.path, summary: o.summary, tags: [tagOf(o.path)] });
}

/** What a command answers: the id of what was made or changed, and its version now. */
export const Ref = z.object({
  id: P0(z.string()),
  version: P0(z.number().int().optional()),
});
export type Ref = z.infer<typeof Ref>;

/** Optimistic concurrency: the version the caller saw. */
export const Version = P0(z.number().int().min(1).max(mostWhole));
