/** A world over a data directory that is there before and stays after: for tests that open one file again and again. */
import { openData } from '../../src/main/data/open.ts';
import { openStores } from '../../src/main/data/stores.ts';
import { Health } from '../../src/main/ports/health.ts';
import { noMetrics } from '../../src/main/ports/metrics.ts';
import { noRecordings } from '../../src/main/ports/recordings.ts';
import { noTunnel } from '../../src/main/ports/tunnel.ts';
import { noSignal, silentLogger } from '../../src/main/ports/host.ts';
import { MIGRATIONS, type World } from './builders.ts';
import { seededIds } from './seeded-ids.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Opens the directory as the test's own, until `close`; no engine may have it open. */
export function openKeptWorld(dataDir: string, at?: number, migrationsFolder = MIGRATIONS): World {
  const opened = openData({ dataDir, migrationsFolder });
  return {
    data: openStores(opened.database),
    ids: seededIds(),
    log: silentLogger,
    secrets: { seal: (plain) => plain, open: (sealed) => sealed },
    signal: noSignal,
    providers: {},
    recordings: noRecordings,
    tunnel: noTunnel,
    health: new Health(),
    metrics: noMetrics,
    clock: new VirtualClock(at),
    dataDir,
    close: () => opened.close(),
  };
}
