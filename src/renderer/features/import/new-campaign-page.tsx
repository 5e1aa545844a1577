import { Box, Tab, Tabs, Typography } from '@mui/material';
import { Page } from '../../app/shell/page.tsx';
import { useUser } from '../../app/session/session.ts';
import { NARROW } from '../../app/theme/tokens.ts';
import { Dot } from '../../components/dot.tsx';
import { fileFacts, wizardWords } from '../../words/import.ts';
import { ContactsWay } from './contacts/contacts-way.tsx';
import { usePicking } from './contacts/picking.ts';
import { hasPhoneColumn } from './columns/column-mapping.ts';
import { type Taking, useTaking } from './taking.ts';
import { chooseWay, useWay, type Way, WAYS } from './way.ts';
import { Wizard } from './wizard.tsx';
import { stepOf } from './wizard-step.ts';

const PANEL = 'way-panel';
/** The name of the file says enough where there is no room for the rest. */
const NAME_ALONE = { maxWidth: 160, '& > span ~ span': { display: 'none' } } as const;

/** People become a campaign: out of a file, step by step, or out of the contacts. */
export function NewCampaignPage() {
  const user = useUser();
  const way = useWay((state) => state.way);
  const taking = useTaking((state) => (state.taking?.userId === user.id ? state.taking : null));
  const isPicking = usePicking((state) => state.at === 'pick');
  const step = stepOf(taking);
  // Further on there is one thing to do.
  const mayChoose = way === 'csv' ? step.at === 'file' : isPicking;
  return (
    <Page title={wizardWords.title} actions={way === 'csv' && taking && <FileFacts taking={taking} />}>
      {mayChoose && <Ways way={way} />}
      <Box
        {...(mayChoose && { role: 'tabpanel', id: PANEL, 'aria-labelledby': `way-${way}` })}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {way === 'csv' ? <Wizard step={step} /> : <ContactsWay key={user.id} />}
      </Box>
    </Page>
  );
}

function Ways({ way }: { way: Way }) {
  return (
    <Tabs value={way} aria-label={wizardWords.waysLabel} onChange={(_, next: Way) => chooseWay(next)} sx={{ px: '22px', flexShrink: 0 }}>
      {WAYS.map((name) => (
        <Tab key={name} id={`way-${name}`} value={name} label={wizardWords.ways[name]} aria-controls={name === way ? PANEL : undefined} />
      ))}
    </Tabs>
  );
}

function FileFacts({ taking: { file, taken, checked } }: { taking: Taking }) {
  const read = taken?.state === 'reading' ? checked : (taken ?? checked);
  const isCounted = read !== null && hasPhoneColumn(read.columns) && read.state !== 'failed';
  const facts = read && read.encoding !== null ? fileFacts(isCounted ? read.rows : null, read.encoding, read.delimiter) : [];
  return (
    <Typography variant="body2" component="div" noWrap sx={{ color: 'text.secondary', minWidth: 0, [NARROW]: NAME_ALONE }}>
      {[file.name, ...facts].map((fact, place) => (
        <span key={fact}>
          {place > 0 && <Dot />}
          {fact}
        </span>
      ))}
    </Typography>
  );
}
