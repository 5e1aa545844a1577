import type { Logger } from '../../../src/main/ports/host.ts';
import { NO_FAULTS } from '../../../src/shared/domain/practice-settings.ts';
import type { ProviderName } from '../../../src/shared/domain/states.ts';
import { Simulation } from '../../helpers/simulation.ts';
import { act } from './actions.ts';
import { settle } from './people.ts';
import { Referee } from './referee.ts';
import type { Scenario } from './scenario.ts';

const HOUR = 3_600_000;
/** How long a run goes on after its last action: over the night in which the clocks change, and the day after it. */
const AFTER_MS = 20 * HOUR;
/** Longer than the longest call, the late results and the slots that no look-up frees. */
const REST_MS = 3 * HOUR;

export interface RunOptions {
  through?: ProviderName;
  log?: Logger;
}

export interface RunResult {
  faults: string[];
  /** Dials that the line accepted: a run without any proves little. */
  dials: number;
}

/** Whether the engine is never kept from asking, and always answered. */
const looksAlways = ({ readsFail, actions }: Scenario) =>
  readsFail === 0 && !actions.some(({ action }) => action.kind === 'sleep' || action.kind === 'jump');

/** Lives one scenario through on a virtual clock, over one provider, and answers what the referee saw. */
export async function run(scenario: Scenario, { through = 'practice', log }: RunOptions = {}): Promise<RunResult> {
  const { at, seed, way, readsFail } = scenario;
  const practice = { seed, faults: { ...NO_FAULTS, ...scenario.faults }, callsPerSecond: scenario.callsPerSecond };
  const simulation = new Simulation({ at, seed, through, ...way, readsFail, practice, ...(log ? { log } : {}) });
  try {
    const referee = new Referee(simulation, { gapMinutes: scenario.gapMinutes, everyResultComes: looksAlways(scenario) });
    const town = await settle(simulation.world, scenario);
    simulation.start();
    for (const { afterMinutes, action } of scenario.actions) {
      await simulation.clock.advance(afterMinutes * 60_000);
      referee.recount();
      await act(simulation, town, action);
      referee.recount();
    }
    await simulation.clock.advance(AFTER_MS);
    referee.recount();
    simulation.configure({ faults: NO_FAULTS });
    await act(simulation, town, { kind: 'pause-all' });
    await simulation.clock.advance(REST_MS);
    referee.recount();
    referee.atRest();
    return { faults: referee.faults, dials: simulation.line.observe().accepted };
  } finally {
    simulation.close();
  }
}
