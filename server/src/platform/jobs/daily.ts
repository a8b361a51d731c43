import { actorOf, findWho } from '../auth/who.ts';
import { dayIn } from '../clock.ts';
import type { Services } from '../context.ts';
import type { Pool } from '../db/connect.ts';
import { runAs } from '../run-as.ts';

interface Daily {
  /** Connections of simpul_worker: nobody else may list the system accounts. */
  pool: Pool;
  /** With the worker's gate. */
  services: Services;
  /** Tasks queued once a day for every tenant; each is safe to repeat. */
  tasks: readonly string[];
  onError: (error: unknown) => void;
}

/**
 * Queues the daily tasks of tenants whose day has changed in their own zone since the last look. What was
 * queued is kept in memory only: after a restart a task runs once more that day, which it must bear. Old keys of
 * repeated commands go at the same turn.
 */
export async function queueDaily(o: Daily, queued: Map<string, string>): Promise<number> {
  const accounts = await o.pool.query('select person, zone from accounts.system_accounts()');
  let made = 0;
  for (const { person, zone } of accounts.rows as { person: string; zone: string }[]) {
    const day = dayIn(zone, o.services.clock.now());
    if (queued.get(person) === day) continue;
    const who = await findWho(o.services.authPool, person);
    const actor = who && actorOf(who, undefined, { id: null, stepUpAt: null });
    if (!actor) continue;
    await runAs(o.services, actor, async (ctx) => {
      for (const task of o.tasks) await ctx.enqueue(task, {});
    });
    queued.set(person, day);
    made += o.tasks.length;
  }
  if (made > 0) await o.pool.query('select platform.forget_idempotency()');
  return made;
}

const lookEvery = 10 * 60_000;

/** Looks at the start and every ten minutes, so that a tenant's day begins soon after its midnight. */
export function startDaily(o: Daily): { stop: () => Promise<void> } {
  const queued = new Map<string, string>();
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = looking.then(() => queueDaily(o, queued)).catch(o.onError);
  };
  look();
  const timer = setInterval(look, lookEvery);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
