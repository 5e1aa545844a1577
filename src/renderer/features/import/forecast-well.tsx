import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Stack, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import type { Forecast } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { told } from '../../app/connection/told.ts';
import { useLive } from '../../app/live/live-store.ts';
import { formWords } from '../../words/import.ts';
import { type CampaignDraft, draftErrors } from './campaign-draft.ts';

/** Typing is not asked about key by key. */
const SETTLED_MS = 250;

interface ForecastWellProps {
  draft: CampaignDraft;
  /** `YYYY-MM-DD`; today where it is left out. */
  startDate?: string;
  /** How many will be called who are no contacts yet. */
  people?: number;
  /** Who will be called of those who are; the same list until it changes. */
  contactIds?: readonly number[];
}

/** When the calls would go out and who would be skipped, before the button that makes it true. */
export function ForecastWell({ draft, ...who }: ForecastWellProps) {
  const limit = useLive(({ slots }) => slots?.userLimit);
  const answer = useForecast(draft, who);
  const bad = answer?.refusal?.sentence ?? answer?.failure ?? null;
  const Icon = bad === null ? ScheduleOutlined : ErrorOutlined;
  return (
    <Stack
      direction="row"
      role="status"
      sx={{ gap: 1.5, p: 1.5, border: 1, borderColor: 'divider', borderRadius: '6px', bgcolor: 'background.sunken', minHeight: 66 }}
    >
      <Icon aria-hidden sx={{ color: bad === null ? 'text.tertiary' : 'error.main' }} />
      <Stack sx={{ gap: 0.25 }}>
        <Typography variant="subtitle1">{bad ?? answer?.sentence ?? formWords.forecastWaits}</Typography>
        {answer?.skipped && <Note>{answer.skipped}</Note>}
        {limit !== undefined && <Note>{formWords.limit(limit)}</Note>}
      </Stack>
    </Stack>
  );
}

const Note = ({ children }: { children: string }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
    {children}
  </Typography>
);

interface Answer {
  sentence: string | null;
  skipped: string;
  refusal: Forecast['refusal'];
  failure: string | null;
}

/** The engine's forecast for what is typed; the one of before stays until the next is there. */
function useForecast(draft: CampaignDraft, { startDate, people = 0, contactIds }: Omit<ForecastWellProps, 'draft'>): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { firstCallTime, lastCallTime, timeZone, weekdays, pacing } = draft;
  const { firstCallTime: first, lastCallTime: last, weekdays: days } = draftErrors(draft);
  const isRight = first === undefined && last === undefined && days === undefined;
  const dayList = weekdays.join(',');
  useEffect(() => {
    if (!isRight) return undefined;
    const stop = new AbortController();
    const asked = {
      firstCallTime,
      lastCallTime,
      timeZone,
      pacing,
      weekdays: dayList.split(',').map(Number),
      morePeople: people,
      ...(startDate !== undefined && { startDate }),
      ...(contactIds !== undefined && { contactIds: [...contactIds] }),
    };
    const timer = setTimeout(() => {
      api.campaigns.forecast(asked, { signal: stop.signal }).then(
        ({ forecast }) =>
          setAnswer({
            sentence: forecast.plan?.sentence ?? null,
            skipped: forecast.skippedSentence,
            refusal: forecast.refusal,
            failure: null,
          }),
        (error: unknown) =>
          !stop.signal.aborted && setAnswer({ sentence: null, skipped: '', refusal: null, failure: told(error).sentence }),
      );
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [isRight, firstCallTime, lastCallTime, timeZone, dayList, pacing, people, startDate, contactIds]);
  return isRight ? answer : null;
}
