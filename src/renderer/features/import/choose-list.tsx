import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { onDesktop } from '../../app/connection/client.ts';
import { Dot } from '../../components/dot.tsx';
import { campaignsPage } from '../../words/campaigns.ts';
import { importPage } from '../../words/import.ts';
import { INVENTED_PEOPLE, inventedPeople } from './invented-people.ts';
import { takeFile, useChooseFile } from './take-file.ts';
import { downloadTemplate } from './template.ts';

/** Before there is a file: where to drop it, and what it should look like. */
export function ChooseList() {
  const choose = useChooseFile();
  return (
    <Stack sx={{ flex: 1, minHeight: 0, p: 3 }}>
      <Stack
        sx={{
          flex: 1,
          alignItems: 'center',
          justifyContent: 'center',
          border: '1px dashed',
          borderColor: 'neutral.line',
          borderRadius: '8px',
          textAlign: 'center',
        }}
      >
        <Typography variant="h2" sx={{ fontSize: 20, lineHeight: '28px' }}>
          {importPage.chooseTitle}
        </Typography>
        <Typography sx={{ mt: 1, maxWidth: 440, color: 'text.secondary' }}>{importPage.chooseWhat}</Typography>
        <Button variant="contained" color="primary" startIcon={<UploadOutlined />} onClick={choose} sx={{ mt: 3 }}>
          {importPage.choose}
        </Button>
        <TryLinks />
      </Stack>
    </Stack>
  );
}

/** What helps whoever has no list at hand. The desktop takes files of the disk alone. */
export function TryLinks() {
  return (
    <Box sx={{ mt: 3, typography: 'body2' }}>
      <Link component="button" variant="body2" onClick={() => downloadTemplate('basic')}>
        {importPage.template}
      </Link>
      {!onDesktop && (
        <>
          <Dot />
          <Link component="button" variant="body2" onClick={() => takeFile(inventedPeople())}>
            {campaignsPage.empty.tryIt(INVENTED_PEOPLE)}
          </Link>
        </>
      )}
    </Box>
  );
}
