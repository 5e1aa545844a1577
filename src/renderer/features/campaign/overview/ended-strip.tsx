import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import { Button, Card, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { addDays, isCalendarDate, localDateOf } from '../../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { useTask } from '../../../lib/use-task.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { laterEnd } from '../../../words/campaign.ts';
import { Spoken } from '../../../components/spoken.tsx';

/** A campaign that its end date closed before everyone was called: how many were left, and the way to call them after all. */
export function EndedStrip({ campaign }: { campaign: Campaign }) {
  const user = useUser();
  const now = useNow();
  const [asks, setAsks] = useState(false);
  const { status, neverCalled, endDate, timeZone, userId } = campaign;
  if (status !== 'completed' || neverCalled === 0 || endDate === null) return null;
  return (
    <Card sx={{ flexShrink: 0 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, px: 2, py: 1, bgcolor: 'background.sunken' }}>
        <EventBusyOutlined aria-hidden sx={{ fontSize: 16, color: 'text.tertiary' }} />
        <Typography variant="body2" sx={{ flex: 1 }}>
          <Spoken words={laterEnd.what(neverCalled, dayInWords(endDate, localDateOf(now, timeZone)))} />
        </Typography>
        {userId === user.id && <Button onClick={() => setAsks(true)}>{laterEnd.button}</Button>}
      </Stack>
      {asks && <LaterEndDialog campaign={campaign} onClose={() => setAsks(false)} />}
    </Card>
  );
}

const A_WEEK = 7;

function LaterEndDialog({ campaign: { id, name, timeZone }, onClose }: { campaign: Campaign; onClose: () => void }) {
  const now = useNow();
  const today = localDateOf(now, timeZone);
  const [endDate, setEndDate] = useState(() => addDays(today, A_WEEK));
  const isLater = isCalendarDate(endDate) && endDate > today;
  const task = useTask(async () => {
    if (!isLater) return;
    const answer = await api.campaigns.update({ id, endDate });
    putCampaign(answer.campaign);
    say(laterEnd.done(name));
    onClose();
  });
  return (
    <AskDialog title={laterEnd.title(name)} keep={laterEnd.keep} confirm={laterEnd.confirm} task={task} onClose={onClose}>
      <DateField
        name="endDate"
        label={formWords.endDate}
        required
        value={endDate}
        min={addDays(today, 1)}
        error={isLater ? undefined : laterEnd.needsLater}
        onChange={setEndDate}
      />
    </AskDialog>
  );
}
