import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { Link } from 'wouter';
import { SlotRing } from '../../components/slot-ring.tsx';
import { campaignsPage } from '../../words/campaigns.ts';
import { TryLinks } from '../import/file/choose-list.tsx';
import { NEW_CAMPAIGN } from '../import/take-file.ts';
import { chooseWay } from '../import/way.ts';

const { empty } = campaignsPage;

/** Before the first campaign: what this is, the button that fills it, and a quiet way to try it. */
export function NoCampaigns({ onChoose }: { onChoose: () => void }) {
  return (
    <Stack
      sx={{
        flex: 1,
        alignItems: 'center',
        justifyContent: 'center',
        minHeight: 420,
        border: '1px dashed',
        borderColor: 'neutral.line',
        borderRadius: '8px',
      }}
    >
      <SlotRing />
      <Typography variant="h2" sx={{ mt: 3, fontSize: 20, lineHeight: '28px' }}>
        {empty.title}
      </Typography>
      <Typography sx={{ mt: 1, maxWidth: 440, textAlign: 'center', color: 'text.secondary' }}>{empty.what}</Typography>
      <Stack direction="row" sx={{ gap: 1, mt: 3 }}>
        <Button variant="contained" color="primary" startIcon={<UploadOutlined />} onClick={onChoose}>
          {empty.choose}
        </Button>
        <Button component={Link} href={NEW_CAMPAIGN} onClick={() => chooseWay('contacts')}>
          {empty.pick}
        </Button>
      </Stack>
      <TryLinks />
    </Stack>
  );
}
