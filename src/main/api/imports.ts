/** Imports: one's own. */
import { implement } from '@orpc/server';
import { importsContract } from '../../shared/contract/imports.ts';
import { type ApiContext, asPerson, tellErrors } from './base.ts';

const person = implement(importsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const importsRouter = person.router({
  get: person.get.handler(({ context: { importer, actor }, input }) => ({ import: importer.get(actor, input.id) })),
  rows: person.rows.handler(({ context: { importer, actor }, input }) => importer.rows(actor, input)),
  change: person.change.handler(async ({ context: { importer, actor }, input: { id, ...choices } }) => ({
    import: await importer.change(actor, id, choices),
  })),
  begin: person.begin.handler(({ context: { importer, actor }, input }) => ({ import: importer.begin(actor, input.id, input.campaign) })),
  cancel: person.cancel.handler(async ({ context: { importer, actor }, input }) => ({ import: await importer.cancel(actor, input.id) })),
  undo: person.undo.handler(({ context: { importer, actor }, input }) => ({ import: importer.undo(actor, input.id) })),
});
