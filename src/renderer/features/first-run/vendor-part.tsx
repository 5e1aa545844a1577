import ArrowForward from '@mui/icons-material/ArrowForward';
import { Box, Button, Card, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { navigate } from '../../app/address.ts';
import { api } from '../../app/connection/client.ts';
import { Fault } from '../../components/fault.tsx';
import { Findings } from '../../components/findings.tsx';
import { Spoken } from '../../components/spoken.tsx';
import { focusFirst, helpOrError } from '../../lib/field-errors.ts';
import { useTask } from '../../lib/use-task.ts';
import { firstRun } from '../../words/account.ts';
import { findingWords } from '../../words/findings.ts';
import { changeOf, FIELDS, type OfferedVendor, problemsOf, type Typed } from './vendor-fields.ts';

type Findings = Awaited<ReturnType<typeof api.telephony.test>>['findings'];

/** The account at a provider: saved and tried in one, and may wait. */
export function VendorPart({ vendor, onStart }: { vendor: OfferedVendor; onStart: () => void }) {
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [findings, setFindings] = useState<Findings | null>(null);
  const tries = useTask(async () => {
    setFindings(null);
    await api.settings.changeTelephony(changeOf(vendor, typed));
    setFindings((await api.telephony.test({ provider: vendor })).findings);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsOf(vendor, typed);
    setProblems(found);
    // In the order in which they stand: the first that is wrong gets the focus.
    focusFirst(event.currentTarget, Object.fromEntries(FIELDS[vendor].flatMap(({ name }) => (found[name] ? [[name, found[name]]] : []))));
    if (Object.keys(found).length === 0) void tries.run();
  };
  const works = findings !== null && !findings.some(({ result }) => result === 'fails');
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
      {findings && (
        <Card sx={{ p: 2 }}>
          <Findings findings={findings} />
        </Card>
      )}
      {works && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {firstRun.afterTest}
        </Typography>
      )}
      <Stack direction="row" sx={{ mt: 1, gap: 1 }}>
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
