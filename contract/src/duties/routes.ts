import { z } from 'zod';
import { mostWhole, P0, P1, P2 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { command, read, Version } from '../route.ts';
import { CalendarDay, CalendarDayEdit, CalendarYear } from './calendar-day.ts';
import {
  Deadline,
  DeadlineHolder,
  DeadlineSubject,
  deadlineStatuses,
  Pause,
  Reminder,
  TaskList,
} from './deadline.ts';
import { dutyKindCodes } from './kinds.ts';
import { LegalParameter, ParameterKey, parameterUnits } from './legal-parameter.ts';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Reason = P2(z.string().trim().min(3).max(400));

export const listMyTasks = read({
  path: '/duties/tasks',
  permission: 'duties.read',
  summary: 'What is due for me: late, today, and until a day, with basis',
})
  .input(z.object({ until: P0(Day.optional()) }))
  .output(TaskList);

export const listMyReminders = read({
  path: '/duties/reminders',
  permission: 'duties.read',
  summary: 'Reminders of the last fourteen days about deadlines that are still open',
})
  .input(z.object({}))
  .output(z.object({ items: P1(z.array(Reminder)) }));

export const listDeadlines = read({
  path: '/duties/deadlines',
  permission: 'duties.read',
  summary: 'Deadlines I may see: mine, and all of the task force for who oversees them',
})
  .input(
    PageQuery.extend({
      /** `running` is open or paused. */
      status: P1(z.enum([...deadlineStatuses, 'running']).optional()),
      kind: P1(z.enum(dutyKindCodes).optional()),
      late: P1(z.stringbool().optional()),
      from: P1(Day.optional()),
      to: P1(Day.optional()),
    }),
  )
  .output(page(Deadline));

export const getDeadline = read({
  path: '/duties/deadlines/{id}',
  permission: 'duties.read',
  summary: 'One deadline with its log',
})
  .input(z.object({ id: P1(z.uuid()) }))
  .output(
    Deadline.extend({
      pauses: P1(z.array(Pause)),
      /** Limits of contradicting laws for the same matter that are still in the group. */
      alternatives: P1(
        z.array(
          z.object({
            id: z.uuid(),
            basis: z.string(),
            dueDate: z.iso.date(),
            status: z.enum(deadlineStatuses),
          }),
        ),
      ),
      log: P1(
        z.array(
          z.object({
            act: z.string(),
            at: Instant,
            byName: z.string(),
            reason: P2(z.string().nullable()),
            dueAt: Instant,
          }),
        ),
      ),
    }),
  );

export const setDeadline = command({
  path: '/duties/deadlines',
  permission: 'duties.manage',
  audit: 'duties.deadline.set',
  summary: 'Start the clock of a duty by its kind; contradictory laws give one deadline each',
}).input(
  z.object({
    kind: P1(z.enum(dutyKindCodes)),
    subject: DeadlineSubject,
    holder: DeadlineHolder.partial().optional(),
    /** The event the clock runs from (or the day it runs towards). */
    anchorAt: P1(Instant),
  }),
);

const one = z.object({ id: P1(z.uuid()), version: Version });

export const completeDeadline = command({
  path: '/duties/deadlines/{id}/complete',
  permission: 'duties.read',
  audit: 'duties.deadline.complete',
  summary: 'Mark a duty as done',
}).input(one.extend({ note: P2(z.string().trim().max(400).optional()) }));

export const reopenDeadline = command({
  path: '/duties/deadlines/{id}/reopen',
  permission: 'duties.read',
  audit: 'duties.deadline.reopen',
  summary: 'Undo a completion',
}).input(one.extend({ reason: Reason }));

export const pauseDeadline = command({
  path: '/duties/deadlines/{id}/pause',
  permission: 'duties.read',
  audit: 'duties.deadline.pause',
  summary: 'Stop the clock with a reason; paused time does not count',
}).input(one.extend({ reason: Reason }));

export const resumeDeadline = command({
  path: '/duties/deadlines/{id}/resume',
  permission: 'duties.read',
  audit: 'duties.deadline.resume',
  summary: 'Let the clock run on',
}).input(one.extend({ reason: Reason }));

export const chooseDeadline = command({
  path: '/duties/deadlines/{id}/choose',
  permission: 'duties.read',
  audit: 'duties.deadline.choose',
  summary: 'Follow this one of several contradictory deadlines; the others stay on record as not followed',
}).input(one.extend({ reason: Reason }));

export const listLegalParameters = read({
  path: '/duties/parameters',
  permission: 'duties.read',
  summary: 'Every number of the law in force on a day, with basis and check mark',
})
  .input(z.object({ on: P0(Day.optional()) }))
  .output(
    z.object({
      on: P0(Day),
      items: P0(z.array(LegalParameter)),
      counts: P0(z.object({ total: z.number().int(), checked: z.number().int() })),
      abilities: P0(z.object({ verify: z.boolean(), supersede: z.boolean() })),
    }),
  );

export const getLegalParameter = read({
  path: '/duties/parameters/{key}',
  permission: 'duties.read',
  summary: 'One parameter with all its versions and checks',
})
  .input(z.object({ key: P0(ParameterKey) }))
  .output(z.object({ current: P0(LegalParameter.nullable()), history: P0(z.array(LegalParameter)) }));

export const verifyLegalParameter = command({
  path: '/duties/parameters/{key}/verify',
  permission: 'duties.verify',
  audit: 'duties.parameter.verify',
  summary: 'State that a number was read in the official text',
}).input(
  z.object({ key: P0(ParameterKey), version: Version, source: P1(z.string().trim().min(5).max(300)) }),
);

export const supersedeLegalParameter = command({
  path: '/duties/parameters/{key}/supersede',
  permission: 'duties.verify',
  audit: 'duties.parameter.supersede',
  summary: 'Enter the next version of a number; the former stays in the history',
}).input(
  z.object({
    key: P0(ParameterKey),
    version: Version,
    value: P0(z.number().min(-mostWhole).max(mostWhole).nullable()),
    text: P0(z.string().max(40).nullable()),
    unit: P0(z.enum(parameterUnits)),
    basis: P0(z.string().trim().min(5).max(300)),
    validFrom: P0(Day),
    reason: P1(z.string().trim().min(3).max(400)),
  }),
);

export const listCalendarDays = read({
  path: '/duties/calendar',
  permission: 'duties.read',
  summary: 'Days off and edited days between two dates',
})
  .input(z.object({ from: P0(Day), to: P0(Day) }))
  .output(
    z.object({
      items: P0(z.array(CalendarDay)),
      years: P0(z.array(CalendarYear)),
      /** ISO weekdays that are worked: 1 = Monday. */
      workingWeekdays: P0(z.array(z.number().int())),
      abilities: P0(z.object({ edit: z.boolean() })),
    }),
  );

export const editCalendarDays = command({
  path: '/duties/calendar/days',
  permission: 'duties.manage',
  audit: 'duties.calendar.edit',
  summary: 'Enter days off or worked days with their basis; open working-day deadlines are computed again',
}).input(z.object({ days: P0(z.array(CalendarDayEdit).min(1).max(60)) }));

export const withdrawCalendarDay = command({
  path: '/duties/calendar/days/{date}',
  method: 'DELETE',
  permission: 'duties.manage',
  audit: 'duties.calendar.withdraw',
  summary: 'Withdraw an entry made by hand; the calendar as it comes applies again',
}).input(z.object({ date: P0(Day), reason: P1(z.string().trim().min(3).max(200)) }));

export const dutiesRoutes = {
  listMyTasks,
  listMyReminders,
  listDeadlines,
  getDeadline,
  setDeadline,
  completeDeadline,
  reopenDeadline,
  pauseDeadline,
  resumeDeadline,
  chooseDeadline,
  listLegalParameters,
  getLegalParameter,
  verifyLegalParameter,
  supersedeLegalParameter,
  listCalendarDays,
  editCalendarDays,
  withdrawCalendarDay,
};
