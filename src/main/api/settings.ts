/** Settings: everyone reads the limits, admins read and change the rest. */
import { implement } from '@orpc/server';
import { settingsContract } from '../../shared/contract/settings.ts';
import { changeConcurrency, readConcurrency } from '../settings/concurrency.ts';
import { changeDialing, dialingSettings } from '../settings/dialing.ts';
import { changeTelephony, readTelephony } from '../settings/telephony.ts';
import { type ApiContext, asAdmin, asPerson, tellErrors } from './base.ts';

const base = implement(settingsContract).$context<ApiContext>().use(tellErrors);
const person = base.use(asPerson);
const admin = base.use(asAdmin);

export const settingsRouter = base.router({
  dialing: admin.dialing.handler(({ context }) => ({ dialing: dialingSettings(context.parts) })),
  changeDialing: admin.changeDialing.handler(({ context, input }) => ({ dialing: changeDialing(context.parts, context.actor, input) })),
  concurrency: person.concurrency.handler(({ context }) => ({ concurrency: readConcurrency(context.parts, context.actor) })),
  changeConcurrency: admin.changeConcurrency.handler(({ context, input }) => ({
    concurrency: changeConcurrency(context.parts, context.actor, input),
  })),
  telephony: admin.telephony.handler(({ context }) => ({ telephony: readTelephony(context.parts, context.actor) })),
  changeTelephony: admin.changeTelephony.handler(({ context, input }) => ({
    telephony: changeTelephony(context.parts, context.actor, input),
  })),
});
