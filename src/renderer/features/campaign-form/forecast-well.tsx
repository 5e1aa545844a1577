import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Stack, Typography } from '@mui/material';
import { MINUTE_MS } from '../../../shared/domain/calendar.ts';
import { placeOf, whenInWords } from '../../../shared/domain/time-words.ts';
import { told } from '../../app/connection/told.ts';
import { useLive } from '../../app/live/live-store.ts';
import { viewerZone } from '../../lib/format.ts';
import { forecastWords } from '../../words/campaign-form.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import { useForecast } from './use-forecast.ts';

interface ForecastWellProps {
  draft: CampaignDraft;
  /** Whom it calls: so many people, */
  people?: number;
  /** these contacts, */
  contactIds?: readonly number[];
  /** or those whom a checked file brings. */
  importId?: string;
  /** Raised when those are others, though they come the same way. */
  version?: number;
}

/** When the calls would go out and who would be skipped, before the button that makes it true. */
export function ForecastWell({ draft, people, contactIds, importId, version = 0 }: ForecastWellProps) {
  const limit = useLive(({ slots }) => slots?.userLimit);
  const of = {
    ...(people !== undefined && { morePeople: people }),
    ...(contactIds && { contactIds }),
    ...(importId !== undefined && { importId }),
  };
  const answer = useForecast(draft, of, version);
  const forecast = answer?.forecast ?? null;
  const bad = forecast?.refusal?.sentence ?? (answer && answer.error !== null ? told(answer.error).sentence : null);
  const Icon = bad === null ? ScheduleOutlined : ErrorOutlined;
  return (
    <Stack
      direction="row"
      role="status"
      sx={{ gap: 1.5, p: 1.5, border: 1, borderColor: 'divider', borderRadius: '6px', bgcolor: 'background.sunken', minHeight: 66 }}
    >
      <Icon aria-hidden sx={{ color: bad === null ? 'text.tertiary' : 'error.main' }} />
      <Stack sx={{ gap: 0.25, minWidth: 0 }}>
        <Typography variant="subtitle1">{bad ?? forecast?.plan?.sentence ?? forecastWords.waits}</Typography>
        {forecast?.plan && <Note>{first(forecast.plan.firstAt.getTime(), draft.timeZone)}</Note>}
        {forecast && <Note>{forecast.skippedSentence || forecastWords.everyoneCalled}</Note>}
        {limit !== undefined && <Note>{forecastWords.limit(limit)}</Note>}
      </Stack>
    </Stack>
  );
}

/** When the first call goes out, by the campaign's clock. */
function first(at: number, timeZone: string): string {
  const now = Date.now();
  if (at - now < MINUTE_MS) return forecastWords.firstNow;
  const place = timeZone === viewerZone() ? null : placeOf(timeZone);
  return forecastWords.first(whenInWords(at, now, timeZone), place);
}

const Note = ({ children }: { children: string }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
    {children}
  </Typography>
);
