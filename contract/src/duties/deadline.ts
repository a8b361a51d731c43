import { z } from 'zod';
import { P0, P1, P2 } from '../field.ts';
import { dutyKindCodes } from './kinds.ts';
import { directions, ParameterKey, parameterMarks } from './legal-parameter.ts';

export const deadlineUnits = [
  'clock_hours',
  'calendar_days',
  'working_days',
  'months',
  'fixed_date',
] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

export const deadlineStatuses = ['open', 'paused', 'done', 'not_followed', 'cancelled'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

export const remainingStates = ['late', 'today', 'soon', 'later', 'paused', 'closed'] as const;
export type RemainingState = (typeof remainingStates)[number];

/** Time left in the unit of the limit: minutes for clock hours, days for everything else. Negative = late by. */
export const Remaining = z.object({
  state: P1(z.enum(remainingStates)),
  minutes: P1(z.number().int().nullable()),
  days: P1(z.number().int()),
});
export type Remaining = z.infer<typeof Remaining>;

export const Pause = z.object({
  pausedAt: P1(z.iso.datetime({ offset: true })),
  resumedAt: P1(z.iso.datetime({ offset: true }).nullable()),
  reason: P2(z.string()),
});
export type Pause = z.infer<typeof Pause>;

/** Whose clock it is: one person, everyone of a role, or an agency. */
export const DeadlineHolder = z.object({
  userId: P1(z.uuid().nullable()),
  role: P1(z.string().nullable()),
  agencyId: P1(z.string().nullable()),
});
export type DeadlineHolder = z.infer<typeof DeadlineHolder>;

/** What the deadline is about. `label` is a case number and alias, a paper's number, a period; never a name. */
export const DeadlineSubject = z.object({
  kind: P1(z.string().regex(/^[a-z_]{2,40}$/)),
  id: P2(z.string().min(1).max(80)),
  label: P2(z.string().max(120)),
});
export type DeadlineSubject = z.infer<typeof DeadlineSubject>;

export const DeadlineBasis = z.object({
  parameterKey: P0(ParameterKey),
  parameterVersion: P0(z.number().int()),
  text: P0(z.string()),
  mark: P0(z.enum(parameterMarks)),
  /** Somebody of this office checked that version against the official text. */
  checked: P0(z.boolean()),
  /** The parameter has a newer version than the one this deadline was set by. */
  outdated: P0(z.boolean()),
});
export type DeadlineBasis = z.infer<typeof DeadlineBasis>;

export const Deadline = z.object({
  id: P1(z.uuid()),
  version: P1(z.number().int()),
  kind: P1(z.enum(dutyKindCodes)),
  subject: DeadlineSubject,
  holder: DeadlineHolder,
  basis: DeadlineBasis,
  unit: P1(z.enum(deadlineUnits)),
  amount: P1(z.number().int().nullable()),
  direction: P1(z.enum(directions)),
  /** The event the clock runs from, or to when the direction is `before`. */
  anchorAt: P1(z.iso.datetime({ offset: true })),
  dueAt: P1(z.iso.datetime({ offset: true })),
  dueDate: P1(z.iso.date()),
  status: P1(z.enum(deadlineStatuses)),
  remaining: Remaining,
  pauses: P1(z.array(Pause)),
  /** Deadlines of laws that contradict each other share a group until one is chosen (UU 21/2007 and PERMA 1/2022 on payment). */
  choiceGroup: P1(z.uuid().nullable()),
  abilities: P1(
    z.object({
      complete: z.boolean(),
      pause: z.boolean(),
      resume: z.boolean(),
      choose: z.boolean(),
      reopen: z.boolean(),
    }),
  ),
});
export type Deadline = z.infer<typeof Deadline>;

/** A deadline as a line of "my tasks". */
export const Task = Deadline.extend({
  /** The word on the line's one button. */
  verb: P0(z.string()),
});
export type Task = z.infer<typeof Task>;

export const TaskList = z.object({
  now: P1(z.iso.datetime({ offset: true })),
  zone: P0(z.string()),
  today: P0(z.iso.date()),
  /** Last day of the third group: tasks due after it are only counted. */
  until: P0(z.iso.date()),
  counts: P1(
    z.object({
      late: z.number().int(),
      today: z.number().int(),
      soon: z.number().int(),
      later: z.number().int(),
    }),
  ),
  items: P1(z.array(Task)),
});
export type TaskList = z.infer<typeof TaskList>;

export const reminderStages = ['soon', 'tomorrow', 'today', 'late'] as const;
export type ReminderStage = (typeof reminderStages)[number];

export const Reminder = z.object({
  deadlineId: P1(z.uuid()),
  kind: P1(z.enum(dutyKindCodes)),
  subjectLabel: P2(z.string()),
  dueDate: P1(z.iso.date()),
  stage: P1(z.enum(reminderStages)),
  madeAt: P1(z.iso.datetime({ offset: true })),
});
export type Reminder = z.infer<typeof Reminder>;
