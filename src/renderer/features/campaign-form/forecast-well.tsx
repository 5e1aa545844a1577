import { MINUTE_MS } from '../../../shared/domain/calendar.ts';
import { placeOf, whenInWords } from '../../../shared/domain/time-words.ts';
import { useLive } from '../../app/live/live-store.ts';
import { viewerZone } from '../../lib/format.ts';
import { forecastWords } from '../../words/campaign-form.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import { useDraftForecast } from './use-forecast.ts';
import { Well } from './well.tsx';

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
  const answer = useDraftForecast(draft, of, version);
  const forecast = answer?.forecast ?? null;
  const refusal = answer?.refusal ?? null;
  const notes = [
    forecast?.plan && first(forecast.plan.firstAt.getTime(), draft.timeZone),
    forecast && (forecast.skippedSentence || forecastWords.everyoneCalled),
    limit !== undefined && forecastWords.limit(limit),
  ];
  return (
    <Well
      isBad={refusal !== null}
      title={refusal ?? forecast?.plan?.sentence ?? forecastWords.waits}
      notes={notes.filter((note) => typeof note === 'string')}
    />
  );
}

/** When the first call goes out, by the campaign's clock. */
function first(at: number, timeZone: string): string {
  const now = Date.now();
  if (at - now < MINUTE_MS) return forecastWords.firstNow;
  const place = timeZone === viewerZone() ? null : placeOf(timeZone);
  return forecastWords.first(whenInWords(at, now, timeZone), place);
}
