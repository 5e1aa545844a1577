/** The document of REST, as the program tells it, for tests that hold answers and requests against it. */
import { rawRoutes } from '../../src/main/server/raw-routes.ts';
import { openApiDocument } from '../../src/main/server/reference/document.ts';
import type { OpenApi, Operation } from '../../src/main/server/reference/open-api.ts';

/** Nothing of a route that is told needs an engine. */
const raw = rawRoutes({ parts: {}, context: { importer: {} } } as never);
export const theDocument = (): Promise<OpenApi> => openApiDocument(raw);

export interface Documented {
  method: string;
  path: string;
  operation: Operation;
}

/** Every operation by its name. */
export async function operations(): Promise<Map<string, Documented>> {
  const { paths } = await theDocument();
  return new Map(
    Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]): [string, Documented] => [
        operation.operationId,
        { method: verb.toUpperCase(), path, operation },
      ]),
    ),
  );
}
