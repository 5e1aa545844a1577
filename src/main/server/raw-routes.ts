/** Every route beside the contract: what comes in as a file, and what goes out as text or sound. */
import type { Engine } from '../engine.ts';
import {
  callsExportRoute,
  campaignExportRoute,
  contactsExportRoute,
  recordingRoute,
  refusedRowsRoute,
  templateRoute,
} from './downloads.ts';
import type { RawRoute } from './raw-route.ts';
import { uploadRoutes } from './uploads.ts';

export function rawRoutes({ parts, context: { importer } }: Pick<Engine, 'parts' | 'context'>): readonly RawRoute[] {
  return [
    templateRoute,
    recordingRoute(parts),
    campaignExportRoute(parts),
    callsExportRoute(parts),
    contactsExportRoute(parts),
    refusedRowsRoute(importer),
    ...uploadRoutes({ parts, importer }),
  ];
}
