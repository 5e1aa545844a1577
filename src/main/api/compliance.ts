/** The do-not-call list and the holidays. */
import { implement } from '@orpc/server';
import { complianceContract } from '../../shared/contract/compliance.ts';
import { addDoNotCall, listDoNotCall, listDoNotCallRemovals, removeDoNotCall } from '../compliance/do-not-call.ts';
import { addHoliday, listHolidays, removeHoliday } from '../compliance/holidays.ts';
import { type ApiContext, asAdmin, asPerson, pageFrame, tellErrors } from './base.ts';

const base = implement(complianceContract).$context<ApiContext>().use(tellErrors);
const person = base.use(asPerson);
const admin = base.use(asAdmin);

export const complianceRouter = base.router({
  listNumbers: person.listNumbers.handler(async ({ context, input }) => {
    const { numbers, total } = await listDoNotCall(context.parts, input);
    return { ...pageFrame(numbers, total, input), numbers };
  }),
  addNumbers: person.addNumbers.handler(({ context, input }) => addDoNotCall(context.parts, context.actor, input)),
  removeNumber: admin.removeNumber.handler(({ context, input }) => {
    const { phone } = removeDoNotCall(context.parts, context.actor, input);
    return { message: `${phone} is off the do-not-call list.` };
  }),
  listRemovals: admin.listRemovals.handler(({ context, input }) => {
    const { removals, total } = listDoNotCallRemovals(context.parts, context.actor, input);
    return { ...pageFrame(removals, total, input), removals };
  }),
  listHolidays: person.listHolidays.handler(({ context, input }) => ({ holidays: listHolidays(context.parts, input) })),
  addHoliday: admin.addHoliday.handler(({ context, input }) => ({ holiday: addHoliday(context.parts, context.actor, input) })),
  removeHoliday: admin.removeHoliday.handler(({ context, input }) => {
    removeHoliday(context.parts, context.actor, input.date);
    return { message: `${input.date} is no holiday any more.` };
  }),
});
