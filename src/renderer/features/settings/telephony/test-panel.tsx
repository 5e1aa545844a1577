import { Box, Button, MenuItem, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import type { Vendor } from '../../../../shared/domain/provider-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { Findings } from '../../../components/findings.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Spoken } from '../../../components/spoken.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { type Task, useTask } from '../../../lib/use-task.ts';
import { accountWords, findingWords } from '../../../words/findings.ts';
import { vendorWords as words } from '../../../words/settings/providers.ts';

/** More agents than anybody looks through. */
const MOST = 100;

type Found = Awaited<ReturnType<typeof api.telephony.test>>;

export interface VendorTest {
  task: Task<[]>;
  found: Found | null;
  agents: readonly { id: string; name: string }[];
  /** Empty for none. */
  agentId: string;
  choose: (agentId: string) => void;
}

/** The test of a vendor's account: with the first agent on it, unless another one is chosen. */
export function useVendorTest(vendor: Vendor): VendorTest {
  const version = useLive(({ topics }) => topics.agents);
  const { data } = useQuery(`agents of ${vendor}`, (signal) => api.agents.list({ provider: vendor, limit: MOST }, { signal }), [version]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const agents = data?.agents ?? [];
  const agentId = chosen ?? agents[0]?.id ?? '';
  const task = useTask(async () => {
    setFound(null);
    setFound(await api.telephony.test({ provider: vendor, ...(agentId !== '' && { agentId }) }));
  });
  return { task, found, agents, agentId, choose: setChosen };
}

interface TestPanelProps {
  test: VendorTest;
  isSetUp: boolean;
  /** What stands in the form is not saved: it is saved first, by the form that this stands in. */
  isChanged: boolean;
  isSaving: boolean;
}

/** Whether it works, in words, without a call. */
export function TestPanel({ test: { task, found, agents, agentId, choose }, isSetUp, isChanged, isSaving }: TestPanelProps) {
  const cannot = !isSetUp && !isChanged;
  const told = useRef<HTMLDivElement>(null);
  // The bar at the foot of the form would lie over it.
  useEffect(() => {
    if (found) told.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  return (
    <Panel title={words.test} note={words.testNote}>
      <Stack sx={{ p: 2, gap: 2 }}>
        <Stack direction="row" sx={{ alignItems: 'flex-end', gap: 2 }}>
          <Typography variant="body2" sx={{ flex: 1, minWidth: 0, alignSelf: 'center', color: 'text.secondary' }}>
            {isChanged ? words.changedSince : words.testWhat}
          </Typography>
          {agents.length > 0 && (
            <TextField
              select
              size="small"
              label={words.testAgent}
              value={agentId}
              onChange={({ target }) => choose(target.value)}
              sx={{ width: 200 }}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              {agents.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
              <MenuItem value="">{words.noAgent}</MenuItem>
            </TextField>
          )}
          <Tooltip title={cannot ? words.firstSetUp : ''} describeChild>
            <Box component="span" sx={{ flexShrink: 0 }}>
              <Button
                type={isChanged ? 'submit' : 'button'}
                value="test"
                disabled={cannot}
                loading={task.busy || isSaving}
                {...(!isChanged && { onClick: () => void task.run() })}
              >
                {isChanged ? findingWords.saveAndTest : findingWords.test}
              </Button>
            </Box>
          </Tooltip>
        </Stack>
        {task.busy && <Spoken unseen words={findingWords.testing} />}
        <Fault error={task.error} />
        {found && (
          <Box ref={told} sx={{ scrollMarginBottom: 88 }}>
            <Findings findings={found.findings} />
            {found.account && (
              <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
                {words.accountSays(accountWords(found.account))}
              </Typography>
            )}
          </Box>
        )}
      </Stack>
    </Panel>
  );
}
