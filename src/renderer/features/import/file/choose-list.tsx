import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Box, Button, Card, Chip, Link, Stack, Typography } from '@mui/material';
import { INVENTED_PEOPLE } from '../../../../shared/domain/invented-people.ts';
import { onDesktop } from '../../../app/connection/client.ts';
import { Dot } from '../../../components/dot.tsx';
import { campaignsPage } from '../../../words/campaigns.ts';
import { fileWords } from '../../../words/import.ts';
import { takeFile, useChooseFile } from '../take-file.ts';
import { inventedFile } from './invented-file.ts';
import { downloadTemplate, templateColumns, type TemplateKind } from './template.ts';

const { templates } = fileWords;

/** Before there is a file: where to drop it, and what it should look like. */
export function ChooseList() {
  const choose = useChooseFile();
  return (
    <Stack sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, gap: 2 }}>
      <Stack
        sx={{
          flex: 1,
          minHeight: 236,
          alignItems: 'center',
          justifyContent: 'center',
          border: '1px dashed',
          borderColor: 'neutral.line',
          borderRadius: '8px',
          textAlign: 'center',
          px: 3,
        }}
      >
        <Typography variant="h2" sx={{ fontSize: 20, lineHeight: '28px' }}>
          {fileWords.chooseTitle}
        </Typography>
        <Typography sx={{ mt: 1, maxWidth: 440, color: 'text.secondary' }}>{fileWords.chooseWhat}</Typography>
        <Button variant="contained" color="primary" startIcon={<UploadOutlined />} onClick={choose} sx={{ mt: 3 }}>
          {fileWords.choose}
        </Button>
        {!onDesktop && (
          <Box sx={{ mt: 3, typography: 'body2' }}>
            <TryLink />
          </Box>
        )}
      </Stack>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))', gap: 2, flexShrink: 0 }}>
        <Template kind="basic" />
        <Template kind="advanced" />
      </Box>
    </Stack>
  );
}

function Template({ kind }: { kind: TemplateKind }) {
  const { title, what, download } = templates[kind];
  return (
    <Card component="section" aria-label={title} sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
        <Typography component="h2" variant="h3" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Button size="small" variant="text" startIcon={<FileDownloadOutlined />} onClick={() => downloadTemplate(kind)}>
          {download}
        </Button>
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {what}
      </Typography>
      <Box component="ul" aria-label={fileWords.holds} sx={{ m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.5, listStyle: 'none' }}>
        {templateColumns(kind).map((column) => (
          <li key={column}>
            <Chip label={column} />
          </li>
        ))}
      </Box>
    </Card>
  );
}

/** What helps whoever has no list at hand. The desktop takes files of the disk alone. */
export function TryLinks() {
  return (
    <Box sx={{ mt: 3, typography: 'body2' }}>
      <Link component="button" type="button" variant="body2" onClick={() => downloadTemplate('basic')}>
        {fileWords.template}
      </Link>
      {!onDesktop && (
        <>
          <Dot />
          <TryLink />
        </>
      )}
    </Box>
  );
}

const TryLink = () => (
  <Link component="button" type="button" variant="body2" onClick={() => takeFile(inventedFile())}>
    {campaignsPage.empty.tryIt(INVENTED_PEOPLE.length)}
  </Link>
);
