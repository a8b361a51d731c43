import type { Capability } from '@simpul/contract/accounts/roles';
import type { AuditEntry } from './audit/write.ts';
import type { Clock } from './clock.ts';
import type { Pool, PoolClient } from './db/connect.ts';
import type { Gate } from './db/with-actor.ts';
import type { Auth } from './auth/auth.ts';
import type { Keys } from './crypto/keys.ts';
import type { MasterKey } from './crypto/master-key.ts';

/** Who asks, in which tenant and for which agency. */
export interface Actor {
  id: string;
  name: string;
  tenant: string;
  tenantName: string;
  /** IANA zone of the tenant. */
  zone: string;
  agency: string | null;
  roles: readonly string[];
  capabilities: ReadonlySet<string>;
  sessionId: string | null;
  /** When the person last confirmed password or code in this session. */
  stepUpAt: Date | null;
  /** Whether the account has a second factor; without one an office lets it enrol and nothing else. */
  secondFactor: boolean;
}

/** What the process is made of; built once in app.ts, replaced in parts by tests. */
export interface Services {
  gate: Gate;
  authPool: Pool;
  auth: Auth;
  clock: Clock;
  masterKey: MasterKey;
  keys: Keys;
  /** Home of the installation: files, keys, heads of the audit chain. */
  home: string;
  kind: 'demo' | 'office' | 'test';
  /** Keyed hash for idempotency, so that stored request hashes say nothing. */
  hashRequest: (text: string) => Buffer;
}

/** What every function of a module gets first: a person, a transaction under row-level security, a clock. */
export interface Ctx {
  actor: Actor;
  /** The connection of the transaction: `ctx.client.query<Row>('select ...', [values])`. */
  client: PoolClient;
  clock: Clock;
  requestId: string;
  purpose: string | null;
  services: Services;
  can: (capability: Capability) => boolean;
  audit: (entry: AuditEntry) => Promise<void>;
  /** Queues a task in this transaction; ids only, never personal data. */
  enqueue: (task: string, ids: Record<string, string>) => Promise<string>;
}

/** What a public route gets: no person, no transaction. */
export interface OpenCtx {
  services: Services;
  clock: Clock;
  requestId: string;
  ip: string;
}
