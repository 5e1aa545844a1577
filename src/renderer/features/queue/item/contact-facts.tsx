import { whenInWords } from '../../../../shared/domain/time-words.ts';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { told } from '../../../app/connection/told.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { DrawerList, type Fact } from '../../../components/drawer-facts.tsx';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { itemWords } from '../../../words/campaign.ts';

/** Who the person is, custom fields included. Of another's contact only what the list shows. */
export function ContactFacts({ contact }: { contact: QueueItem['contact'] }) {
  const now = useNow();
  const changed = useLive(({ topics }) => topics.contacts + topics['do-not-call']);
  const { data, error, isLoading, again } = useQuery(
    `contact:${contact.id}`,
    (signal) => api.contacts.get({ id: contact.id }, { signal }).then(({ contact: read }) => read, missing),
    [changed],
  );
  const facts: Fact[] = [
    ...(contact.deleted ? [{ word: itemWords.contact, value: itemWords.deleted }] : []),
    ...(contact.doNotCall ? [{ word: itemWords.contact, value: itemWords.doNotCall }] : []),
    ...fact(itemWords.company, data?.company ?? contact.company),
    ...fact(itemWords.email, data?.email),
    ...fact(itemWords.timeZone, data?.timeZone ?? contact.timeZone),
    ...fact(itemWords.lastConversation, data?.lastConversationAt && whenInWords(data.lastConversationAt.getTime(), now, viewerZone())),
    ...Object.entries(data?.customFields ?? {}).flatMap(([word, value]) => fact(word, value)),
  ];
  if (!isLoading && error === null && facts.length === 0) return null;
  return (
    <DrawerSection title={itemWords.contact}>
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons rows={2} />}
      <DrawerList facts={facts} />
    </DrawerSection>
  );
}

const fact = (word: string, value: string | null | undefined): Fact[] => (value ? [{ word, value }] : []);

function missing(error: unknown): null {
  if (told(error).code === 'not_found') return null;
  throw error;
}
