import { dutiesRoutes as contract } from '@simpul/contract/duties/routes';
import { bind } from '../../platform/http/bind.ts';
import {
  chooseDeadline,
  completeDeadline,
  pauseDeadline,
  reopenDeadline,
  resumeDeadline,
} from './act-on-deadline.ts';
import { listCalendarDays } from './calendar-reads.ts';
import { supersedeLegalParameter, verifyLegalParameter } from './change-parameter.ts';
import { editCalendarDays, withdrawCalendarDay } from './edit-calendar-day.ts';
import { getLegalParameter, listLegalParameters } from './parameters.ts';
import { getDeadline, listDeadlines, listMyReminders, listMyTasks } from './reads.ts';
import { setDeadline } from './set-deadline.ts';

export const dutiesRouter = {
  listMyTasks: bind(contract.listMyTasks, listMyTasks),
  listMyReminders: bind(contract.listMyReminders, listMyReminders),
  listDeadlines: bind(contract.listDeadlines, listDeadlines),
  getDeadline: bind(contract.getDeadline, getDeadline),
  setDeadline: bind(contract.setDeadline, setDeadline),
  completeDeadline: bind(contract.completeDeadline, completeDeadline),
  reopenDeadline: bind(contract.reopenDeadline, reopenDeadline),
  pauseDeadline: bind(contract.pauseDeadline, pauseDeadline),
  resumeDeadline: bind(contract.resumeDeadline, resumeDeadline),
  chooseDeadline: bind(contract.chooseDeadline, chooseDeadline),
  listLegalParameters: bind(contract.listLegalParameters, listLegalParameters),
  getLegalParameter: bind(contract.getLegalParameter, getLegalParameter),
  verifyLegalParameter: bind(contract.verifyLegalParameter, verifyLegalParameter),
  supersedeLegalParameter: bind(contract.supersedeLegalParameter, supersedeLegalParameter),
  listCalendarDays: bind(contract.listCalendarDays, listCalendarDays),
  editCalendarDays: bind(contract.editCalendarDays, editCalendarDays),
  withdrawCalendarDay: bind(contract.withdrawCalendarDay, withdrawCalendarDay),
};
