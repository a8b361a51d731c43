import { Logger, run, runOnce, type Runner, type TaskList as GraphileTasks } from 'graphile-worker';
import { actorOf, findWho } from '../auth/who.ts';
import type { Ctx, Services } from '../context.ts';
import type { Pool } from '../db/connect.ts';
import { withActor } from '../db/with-actor.ts';
import { AppError } from '../errors.ts';
import { runAs } from '../run-as.ts';

/** What a task gets: its ids, transactions as the person who queued it, and a way to report and to stop. */
export interface JobContext {
  id: string;
  ids: Record<string, string>;
  services: Services;
  /** One transaction as the person who queued the task. */
  inTransaction: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
  /** Shows progress; throws `Cancelled` when somebody asked to stop. */
  progress: (done: number, total?: number) => Promise<void>;
}
export type Task = (job: JobContext) => Promise<void>;
/** How work ended that did not get done. */
export type Stopped = 'cancelled' | 'failed';
/**
 * A task whose subject shows that work is under way: `stopped` sets it right when the work was cancelled, also before
 * it began, or failed for good. A try that will be repeated is no end.
 */
interface StoppableTask {
  run: Task;
  stopped: (job: JobContext, outcome: Stopped) => Promise<void>;
}
export type TaskList = Record<string, Task | StoppableTask>;

export class Cancelled extends Error {}

/** Payloads hold ids only, yet nothing of them needs to stand in a log. */
const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`worker: ${message.split('\n')[0] ?? ''}\n`);
});

interface Payload {
  job: string;
  tenant: string;
  actor: string;
  agency: string | null;
  ids: Record<string, string>;
}

type JobState = 'running' | 'done' | 'failed' | 'cancelled';

async function jobContext(services: Services, p: Payload) {
  const scope = { actor: p.actor, tenant: p.tenant, agency: p.agency, purpose: null };
  const update = (sets: string, values: unknown[]) =>
    withActor(services.gate, scope, (client) =>
      client.query(`update platform.job set ${sets} where id = $1 returning cancel_requested`, [
        p.job,
        ...values,
      ]),
    );
  const mark = (state: JobState, code: string | null = null) =>
    update(
      `state = $2, error_code = $3, ${state === 'running' ? 'started_at = coalesce(started_at, now())' : 'finished_at = now()'}`,
      [state, code],
    );
  // The rights of this moment, not of the moment it was queued.
  const who = await findWho(services.authPool, p.actor);
  const actor = who && actorOf(who, p.agency ?? 'none', { id: null, stepUpAt: null });
  const context: JobContext = {
    id: p.job,
    ids: p.ids,
    services,
    inTransaction: (work) => {
      if (!actor || actor.tenant !== p.tenant) throw new AppError('forbidden');
      return runAs(services, actor, work, { requestId: p.job, purpose: 'job' });
    },
    progress: async (done, total) => {
      const row = await update('done = $2, total = coalesce($3, total)', [done, total ?? null]);
      if (row.rows[0]?.cancel_requested) throw new Cancelled();
    },
  };
  return { context, mark };
}

/** The queue keeps and prints what a task failed with, and a message of the database may quote a value. */
function withoutValues(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  const ofDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return ofDatabase ? new Error(`refused by the database (${code})`) : error;
}

/**
 * Whether `platform.enqueue` made this job, for this person, agency and ids, and it is not over. The queue's own
 * tables belong to the worker's login: what stands there alone must not say whose rights a task gets.
 */
async function wasQueued(services: Services, name: string, p: Payload): Promise<boolean> {
  const scope = { actor: p.actor, tenant: p.tenant, agency: p.agency, purpose: null };
  const found = await withActor(services.gate, scope, (client) =>
    client.query(
      `select 1 from platform.job where id = $1 and task = $2 and actor = $3 and tenant = $4
          and agency is not distinct from $5 and ids = $6 and state in ('queued', 'running')`,
      [p.job, name, p.actor, p.tenant, p.agency, JSON.stringify(p.ids)],
    ),
  );
  return found.rows.length > 0;
}

interface Run {
  name: string;
  task: Task | StoppableTask;
  lastTry: boolean;
}

/** Whoever lost the right to the subject meanwhile leaves it as it stands. */
async function tellStopped(task: Task | StoppableTask, job: JobContext, outcome: Stopped): Promise<void> {
  if (typeof task === 'function') return;
  try {
    await task.stopped(job, outcome);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function runTask({ name, task, lastTry }: Run, services: Services, p: Payload): Promise<void> {
  if (!(await wasQueued(services, name, p)))
    return void process.stderr.write(`worker: ${name} was not queued by anybody, left undone\n`);
  const { context, mark } = await jobContext(services, p);
  try {
    const started = await mark('running');
    if (started.rows[0]?.cancel_requested) throw new Cancelled();
    await (typeof task === 'function' ? task : task.run)(context);
    await mark('done');
  } catch (error) {
    if (error instanceof Cancelled) {
      await tellStopped(task, context, 'cancelled');
      return void (await mark('cancelled'));
    }
    // An expected refusal will not change by trying again.
    if (error instanceof AppError) {
      await tellStopped(task, context, 'failed');
      return void (await mark('failed', error.code));
    }
    if (lastTry) {
      await tellStopped(task, context, 'failed').catch(() => {});
      await mark('failed', 'unexpected');
    }
    throw withoutValues(error);
  }
}

/** Our tasks as the queue calls them. */
function queueTasks(services: Services, tasks: TaskList): GraphileTasks {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) =>
        runTask({ name, task, lastTry: job.attempts >= job.max_attempts }, services, payload as Payload),
    ]),
  );
}

/** Starts the worker on its own login; `services.gate` must be the worker's pool. */
export function startWorker(
  pool: Pool,
  services: Services,
  tasks: TaskList,
  concurrency = 2,
): Promise<Runner> {
  return run({
    ...settings(pool),
    concurrency,
    noHandleSignals: true,
    taskList: queueTasks(services, tasks),
  });
}

/** Does all that is queued and returns: for tests and the command line. */
export function workOnce(pool: Pool, services: Services, tasks: TaskList): Promise<void> {
  return runOnce({ ...settings(pool), noHandleSignals: true, taskList: queueTasks(services, tasks) });
}

/** A process that was killed leaves its jobs locked; whoever starts as the only worker takes them up again. */
export async function releaseLostJobs(pool: Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  );
}

const settings = (pool: Pool) => ({ pgPool: pool, schema: 'graphile_worker', logger: quietLogger });
