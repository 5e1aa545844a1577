/** The data: admins only. */
import { implement } from '@orpc/server';
import { dataContract } from '../../shared/contract/data.ts';
import { type ApiContext, asAdmin, tellErrors } from './base.ts';

const admin = implement(dataContract).$context<ApiContext>().use(tellErrors).use(asAdmin);

export const dataRouter = admin.router({
  get: admin.get.handler(({ context: { care, actor } }) => ({ data: care.read(actor) })),
  backUp: admin.backUp.handler(async ({ context: { care, actor } }) => ({ backup: await care.backUp(actor) })),
  clearPractice: admin.clearPractice.handler(async ({ context: { care, actor }, input }) => ({
    practice: await care.clearPractice(actor, input),
  })),
  diagnostics: admin.diagnostics.handler(({ context: { care, actor } }) => ({ diagnostics: care.diagnostics(actor) })),
});
