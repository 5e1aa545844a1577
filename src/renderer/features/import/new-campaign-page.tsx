import { Typography } from '@mui/material';
import { Page } from '../../app/shell/page.tsx';
import { useUser } from '../../app/session/session.ts';
import { Dot } from '../../components/dot.tsx';
import { fileFacts, importPage } from '../../words/import.ts';
import { ChooseList } from './choose-list.tsx';
import { CheckedList } from './checked-list.tsx';
import { Failed, UnderWay } from './under-way.tsx';
import { type Taking, useTaking } from './taking.ts';

/** A list becomes a campaign: choose it, look at what was recognised, say who calls and when. */
export function NewCampaignPage() {
  const user = useUser();
  const taking = useTaking((state) => (state.taking?.userId === user.id ? state.taking : null));
  return (
    <Page title={importPage.title} actions={taking && <FileFacts taking={taking} />}>
      <Content taking={taking} />
    </Page>
  );
}

function Content({ taking }: { taking: Taking | null }) {
  if (!taking) return <ChooseList />;
  const { taken, error } = taking;
  if (error !== null) return <Failed taking={taking} error={error} />;
  switch (taken?.state) {
    case undefined:
    case 'reading':
    case 'writing':
    case 'finished':
      return <UnderWay taking={taking} />;
    case 'checked':
      return <CheckedList taking={taking} taken={taken} />;
    case 'failed':
    case 'cancelled':
    case 'undoing':
    case 'undone':
      return <Failed taking={taking} error={null} />;
  }
}

function FileFacts({ taking: { file, taken } }: { taking: Taking }) {
  const facts = taken?.state === 'checked' || taken?.state === 'writing' ? fileFacts(taken.rows, taken.encoding, taken.delimiter) : [];
  return (
    <Typography variant="body2" component="div" noWrap sx={{ color: 'text.secondary', minWidth: 0 }}>
      {[file.name, ...facts].map((fact, place) => (
        <span key={fact}>
          {place > 0 && <Dot />}
          {fact}
        </span>
      ))}
    </Typography>
  );
}
