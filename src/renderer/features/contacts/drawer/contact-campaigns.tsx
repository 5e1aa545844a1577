import AdjustOutlined from '@mui/icons-material/AdjustOutlined';
import ArrowCircleRightOutlined from '@mui/icons-material/ArrowCircleRightOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import PhoneCallbackOutlined from '@mui/icons-material/PhoneCallbackOutlined';
import { Box, Link, Typography } from '@mui/material';
import { Link as RouteLink } from 'wouter';
import type { ContactCampaign } from '../../../../shared/contract/contacts.ts';
import type { ItemState } from '../../../../shared/domain/states.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { sayFault } from '../../../app/toasts.tsx';
import { useLive } from '../../../app/live/live-store.ts';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Mark, type MarkOf } from '../../../components/mark.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { drawerWords } from '../../../words/contacts.ts';
import { ItemMenu } from '../../queue/actions/item-actions.tsx';
import type { ActionKind } from '../../queue/actions/offered.ts';
import { type Asking, useAsking } from '../../queue/actions/use-asking.tsx';
import { ROW } from './contact-calls.tsx';

const { items } = drawerWords;
const MARKS: Readonly<Record<ItemState, MarkOf>> = {
  queued: { word: items.queued, icon: PendingOutlined, tone: 'info' },
  processing: { word: items.processing, icon: AdjustOutlined, tone: 'warning', pulses: true },
  completed: { word: items.completed, icon: CheckCircleOutlined, tone: 'success' },
  failed: { word: items.failed, icon: CancelOutlined, tone: 'error' },
  cancelled: { word: items.cancelled, icon: BlockOutlined, tone: 'neutral' },
  skipped: { word: items.skipped, icon: ArrowCircleRightOutlined, tone: 'neutral' },
};
const CALLBACK: MarkOf = { word: items.callback, icon: PhoneCallbackOutlined, tone: 'info' };

/** The campaigns that a contact is in, and how far they are in each. */
export function ContactCampaigns({ contactId, name, onOpenCall }: { contactId: number; name: string; onOpenCall: (id: string) => void }) {
  const asking = useAsking({ onOpenCall });
  const version = useLive(({ told }) => told.items);
  const read = async (signal: AbortSignal) => (await api.contacts.campaigns({ id: contactId }, { signal })).campaigns;
  const { data, error, isLoading, again } = useQuery(`campaigns of ${contactId}`, read, [version]);
  return (
    <DrawerSection title={drawerWords.campaigns}>
      {error !== null && data === null && <Fault error={error} onRetry={again} />}
      {isLoading && <RowSkeletons rows={2} />}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {drawerWords.noCampaigns}
        </Typography>
      )}
      {data && data.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data.map((row) => (
            <CampaignRow key={row.itemId} row={row} name={name} onAct={asking.act} />
          ))}
        </Box>
      )}
      {asking.dialog}
    </DrawerSection>
  );
}

function CampaignRow({ row, name, onAct }: { row: ContactCampaign; name: string; onAct: Asking['act'] }) {
  const { itemId, campaignId, campaignName, status, attemptCount, callbackTime } = row;
  // The dialogs tell and ask more than this row knows.
  const ask = (kind: ActionKind) => void api.queue.get({ id: itemId }).then(({ item }) => onAct(kind, item), sayFault);
  const now = useNow();
  const isCallback = status === 'queued' && callbackTime !== null;
  return (
    <Box component="li" sx={ROW}>
      <Link
        component={RouteLink}
        href={`/campaign/${campaignId}`}
        variant="body2"
        noWrap
        title={campaignName}
        sx={{ flex: 1, minWidth: 0 }}
      >
        {campaignName}
      </Link>
      {attemptCount > 0 && (
        <Typography variant="body2" sx={{ color: 'text.tertiary', whiteSpace: 'nowrap' }}>
          {drawerWords.attempts(attemptCount)}
        </Typography>
      )}
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
        <Mark
          of={isCallback ? CALLBACK : MARKS[status]}
          {...(isCallback && { word: `${CALLBACK.word} ${whenInWords(callbackTime.getTime(), now, viewerZone())}` })}
        />
      </Typography>
      <ItemMenu name={drawerWords.inCampaign(name, campaignName)} standing={{ status, isCallback, isOwn: true }} onAct={ask} />
    </Box>
  );
}
