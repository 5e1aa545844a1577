/** Settings as JSON by key. What a key means, its shape and its default belong to the verbs in `settings/`. */
import { eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { settings } from './schema/index.ts';

export function settingsStore(db: Database) {
  const byKey = db.orm
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare();
  return {
    read(key: string): unknown {
      return byKey.get({ key })?.value;
    },
    writeTx(key: string, value: unknown, at: number): void {
      const row = { value, updatedAt: at };
      db.orm
        .insert(settings)
        .values({ key, ...row })
        .onConflictDoUpdate({ target: settings.key, set: row })
        .run();
      db.changes.topics.add('settings');
      db.changes.due = true;
    },
    /** Forgets what was set: its default holds again. */
    removeTx(key: string): void {
      db.orm.delete(settings).where(eq(settings.key, key)).run();
      db.changes.topics.add('settings');
      db.changes.due = true;
    },
  };
}
