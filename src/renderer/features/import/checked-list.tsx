import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Import, ImportChoices } from '../../../shared/contract/imports.ts';
import { api } from '../../app/connection/client.ts';
import { Fault } from '../../components/fault.tsx';
import { useTask } from '../../lib/use-task.ts';
import { counts, importPage } from '../../words/import.ts';
import { CampaignForm, useCreate } from './campaign-form.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { mapped } from './column-mapping.ts';
import { CountryField } from './country-field.tsx';
import { CountStrip, type Shown } from './count-strip.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { giveUp, putTaken, type Taking } from './taking.ts';

interface CheckedListProps {
  taking: Taking;
  taken: Import;
}

/** The file as it was recognised beside the campaign that it becomes; nothing is written before the button. */
export function CheckedList({ taking, taken }: CheckedListProps) {
  const [shown, setShown] = useState<Shown>(taken.invalid > 0 ? 'invalid' : null);
  const readAgain = useTask(async (choices: ImportChoices) => putTaken((await api.imports.change({ id: taken.id, ...choices })).import));
  const create = useCreate(taken.id, taking.draft);
  const people = taken.imported + taken.known;
  return (
    <Box component="form" noValidate onSubmit={create.submit} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Stack sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 3, py: 2, gap: 2, borderTop: 1, borderColor: 'divider' }}>
        <CountStrip taken={taken} shown={shown} onShow={setShown} />
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 400px', gap: 2, alignItems: 'start' }}>
          <Stack sx={{ gap: 2, minWidth: 0 }}>
            <Fault error={readAgain.error} />
            {shown && (
              <RefusedPanel taken={taken} kind={shown}>
                <CountryField
                  value={taken.defaultCountry}
                  busy={readAgain.busy}
                  onChange={(defaultCountry) => void readAgain.run({ defaultCountry })}
                />
              </RefusedPanel>
            )}
            <ColumnsPanel
              taken={taken}
              busy={readAgain.busy}
              onMap={(column, field) => void readAgain.run({ mapping: mapped(taken.columns, column, field) })}
            />
            {taken.warnings > 0 && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {counts.warnings(taken.warnings)}
              </Typography>
            )}
          </Stack>
          <CampaignForm draft={taking.draft} errors={create.errors} people={people} />
        </Box>
      </Stack>
      <Footer busy={create.busy} error={create.error} disabled={people === 0 || readAgain.busy} nobody={people === 0} />
    </Box>
  );
}

function Footer({ busy, error, disabled, nobody }: { busy: boolean; error: unknown; disabled: boolean; nobody: boolean }) {
  return (
    <Stack component="footer" sx={{ px: 3, py: 1.5, gap: 1.5, borderTop: 1, borderColor: 'divider', flexShrink: 0 }}>
      <Fault error={error} />
      {nobody && <Alert severity="info">{importPage.createNobody}</Alert>}
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button onClick={giveUp} disabled={busy}>
          {importPage.giveUp}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button type="submit" variant="contained" color="primary" loading={busy} disabled={disabled}>
          {importPage.create}
        </Button>
      </Stack>
    </Stack>
  );
}
