/** The page's policy forbids `eval`; zod must not even try it. Imported before anything that holds a schema. */
import * as z from 'zod';

z.config({ jitless: true });
