import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import { Alert, Box, Button, Link, Stack, Typography } from '@mui/material';
import type { ApiAccess } from '../../../../shared/contract/access.ts';
import { Panel } from '../../../components/panel.tsx';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { api as words } from '../../../words/settings/api.ts';
import { CopyRow } from '../form/copy-row.tsx';
import { baseOf, firstCall } from './first-call.ts';

/** Where REST answers, what a first call looks like, and where all of it is described. */
export function AddressPanel({ access: { url, trouble, network } }: { access: ApiAccess }) {
  return (
    <Panel title={words.address}>
      {url === null ? (
        <Alert severity="error" icon={<ErrorOutlined />} sx={{ m: 2 }}>
          {trouble === null ? words.offNoReason : words.off(trouble)}
        </Alert>
      ) : (
        <>
          <Box component="dl" sx={{ m: 0 }}>
            <CopyRow word={words.base} what={words.baseHelp} text={`${baseOf(url)}/api`} />
            {network.url !== null && <CopyRow word={words.networkBase} text={`${baseOf(network.url)}/api`} />}
            <CopyRow word={words.firstCall} what={words.firstCallHelp} text={firstCall(baseOf(url), 'TOKEN')} />
          </Box>
          <Stack direction="row" sx={{ alignItems: 'center', gap: 2, flexWrap: 'wrap', p: 2, borderTop: 1, borderColor: 'line.row' }}>
            <Button component="a" href={`${baseOf(url)}/api/reference`} target="_blank" rel="noopener" startIcon={<OpenInNewOutlined />}>
              {words.reference}
              <VisuallyHidden>, {words.newWindow}</VisuallyHidden>
            </Button>
            <Typography variant="caption" sx={{ flex: 1, minWidth: 200, color: 'text.secondary' }}>
              {words.referenceWhat}
            </Typography>
            <Link variant="body2" href={`${baseOf(url)}/api/openapi.json`} target="_blank" rel="noopener" sx={{ py: 0.5 }}>
              {words.openApi}
              <VisuallyHidden>, {words.newWindow}</VisuallyHidden>
            </Link>
          </Stack>
        </>
      )}
    </Panel>
  );
}
