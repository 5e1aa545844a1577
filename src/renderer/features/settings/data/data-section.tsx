import { useLive } from '../../../app/live/live-store.ts';
import { api } from '../../../app/connection/client.ts';
import { useUser } from '../../../app/session/session.ts';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { dataWords } from '../../../words/settings/data.ts';
import { Section } from '../section.tsx';
import { BackupsPanel } from './backups-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { PracticePanel } from './practice-panel.tsx';
import { TakeAlongPanel } from './take-along-panel.tsx';

/** The data: for everyone what is theirs; for admins the whole of it. */
export function DataSection() {
  const { role } = useUser();
  return (
    <Section title={SECTION_NAMES.data} intro={dataWords.intro[role]}>
      {role === 'admin' ? <Whole /> : <TakeAlongPanel />}
    </Section>
  );
}

function Whole() {
  // A clearing begins and ends with a change of the settings.
  const version = useLive(({ topics }) => topics.settings);
  const { data, error, isLoading, again } = useQuery('data', (signal) => api.data.get(undefined, { signal }), [version]);
  return (
    <>
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons framed rows={4} />}
      {data && <PlacesPanel data={data.data} />}
      {data && <BackupsPanel data={data.data} onMade={again} />}
      <TakeAlongPanel />
      {data && <PracticePanel practice={data.data.practice} onChange={again} />}
    </>
  );
}
