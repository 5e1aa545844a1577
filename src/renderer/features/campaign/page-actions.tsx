import EditOutlined from '@mui/icons-material/EditOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { Link } from 'wouter';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { fetchFile } from '../../app/connection/fetch-file.ts';
import { useUser } from '../../app/session/session.ts';
import { sayFault } from '../../app/toasts.tsx';
import { saveAs } from '../../lib/save-as.ts';
import { useTask } from '../../lib/use-task.ts';
import { campaignPage } from '../../words/campaign.ts';
import { common } from '../../words/common.ts';
import { MainAction } from '../campaigns/campaign-actions.tsx';
import { CampaignMenu } from '../campaigns/campaign-menu.tsx';
import { addressOf } from './campaign-view.ts';

/** What can be done with the campaign whose page this is. */
export function PageActions({ campaign }: { campaign: Campaign }) {
  const user = useUser();
  return (
    <>
      <MainAction campaign={campaign} />
      {campaign.userId === user.id && (
        <Button startIcon={<EditOutlined />} component={Link} href={addressOf(campaign.id, 'settings')}>
          {common.edit}
        </Button>
      )}
      <ExportButton campaign={campaign} />
      <CampaignMenu campaign={campaign} onPage />
    </>
  );
}

/** Everyone and what came of their calls, written by the engine. The desktop's page has no way to its HTTP. */
function ExportButton({ campaign: { id, name } }: { campaign: Campaign }) {
  const save = useTask(async () => {
    await fetchFile(`api/campaigns/${encodeURIComponent(id)}/export`).then((file) => saveAs(exportName(name), file), sayFault);
  });
  return (
    <Button startIcon={<FileDownloadOutlined />} loading={save.busy} onClick={() => void save.run()}>
      {campaignPage.exportCsv}
    </Button>
  );
}

/** Signs that a file system may refuse are left out. */
const exportName = (name: string): string => `${name.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'campaign'}.csv`;
