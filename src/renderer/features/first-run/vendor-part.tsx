import ArrowForward from '@mui/icons-material/ArrowForward';
import { Box, Button, Card, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { navigate } from '../../app/address.ts';
import { api } from '../../app/connection/client.ts';
import { Fault } from '../../components/fault.tsx';
import { Findings } from '../../components/findings.tsx';
import { Spoken } from '../../components/spoken.tsx';
import { focusFirst, helpOrError } from '../../lib/field-errors.ts';
import { useTask } from '../../lib/use-task.ts';
import { firstRun } from '../../words/account.ts';
import { providerName } from '../../words/call.ts';
import { findingWords } from '../../words/findings.ts';
import { changeOf, FIELDS, type OfferedVendor, problemsOf, type Typed } from './vendor-fields.ts';

type Found = readonly { of: string; findings: Awaited<ReturnType<typeof api.telephony.test>>['findings'] }[];

/** Tries the provider that dials and, where another one's agent speaks, that one's key. */
async function tryOut(vendor: OfferedVendor): Promise<Found> {
  const { findings } = await api.telephony.test({ provider: vendor });
  const first = { of: providerName(vendor), findings };
  if (vendor === 'bolna') return [first];
  const speaks = await api.telephony.test({ provider: 'elevenlabs' });
  return [first, { of: providerName('elevenlabs'), findings: speaks.findings.filter(({ what }) => what === 'key') }];
}

/** The account at a provider: saved and tried in one, and may wait. */
export function VendorPart({ vendor, onStart }: { vendor: OfferedVendor; onStart: () => void }) {
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [found, setFound] = useState<Found | null>(null);
  const onward = useRef<HTMLDivElement>(null);
  // What was found stands below fields that may fill the window: it is looked at next.
  useEffect(() => {
    if (found) onward.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  const tries = useTask(async () => {
    setFound(null);
    await api.settings.changeTelephony(changeOf(vendor, typed));
    setFound(await tryOut(vendor));
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = problemsOf(vendor, typed);
    setProblems(wrong);
    // In the order in which they stand: the first that is wrong gets the focus.
    focusFirst(event.currentTarget, Object.fromEntries(FIELDS[vendor].flatMap(({ name }) => (wrong[name] ? [[name, wrong[name]]] : []))));
    if (Object.keys(wrong).length === 0) void tries.run();
  };
  const works = found !== null && found.every(({ findings }) => findings.every(({ result }) => result !== 'fails'));
  return (
    <Stack component="form" noValidate onSubmit={submit} sx={{ gap: 1.5 }}>
      {FIELDS[vendor].map(({ name, label, help, isKey }) => (
        <TextField
          key={name}
          name={name}
          label={label}
          required
          type={isKey ? 'password' : 'text'}
          value={typed[name] ?? ''}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          {...helpOrError(problems[name], help)}
          slotProps={{ htmlInput: { autoComplete: isKey ? 'new-password' : 'off', spellCheck: false } }}
        />
      ))}
      <Fault error={tries.error} />
      {tries.busy && <Spoken unseen words={findingWords.testing} />}
      {found?.map(({ of, findings }) => (
        <Card key={of} sx={{ p: 2 }}>
          <Findings of={of} findings={findings} />
        </Card>
      ))}
      {works && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {firstRun.afterTest}
        </Typography>
      )}
      <Stack ref={onward} direction="row" sx={{ mt: 1, gap: 1, scrollMarginBottom: 32 }}>
        <Tooltip title={firstRun.laterWhat} describeChild>
          <Button size="large" variant="text" onClick={onStart}>
            {firstRun.later}
          </Button>
        </Tooltip>
        <Box sx={{ flex: 1 }} />
        <Button type="submit" size="large" {...(!works && { variant: 'contained', color: 'primary' })} loading={tries.busy}>
          {findingWords.saveAndTest}
        </Button>
        {works && (
          <Button
            size="large"
            variant="contained"
            color="primary"
            endIcon={<ArrowForward />}
            onClick={() => {
              navigate('/settings/agents');
              onStart();
            }}
          >
            {firstRun.toAgents}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
