import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import type { AnalyticsQuery } from '../../../shared/contract/analytics.ts';
import { fetchFile } from '../../app/connection/fetch-file.ts';
import { sayFault } from '../../app/toasts.tsx';
import { saveAs } from '../../lib/save-as.ts';
import { useTask } from '../../lib/use-task.ts';
import { analyticsPage } from '../../words/analytics.ts';
import type { Figures } from './use-analytics.ts';

/** The figures that are shown, a line for every day, campaign and agent, written by the engine. The desktop's page has no way to its HTTP. */
export function ExportButton({ figures }: { figures: Figures | null }) {
  const save = useTask(async () => {
    if (figures === null) return;
    const { question, from, to } = figures;
    await fetchFile(`api/analytics/export?${searchOf(question)}`).then((file) => saveAs(`figures-${from}-to-${to}.csv`, file), sayFault);
  });
  return (
    <Button startIcon={<FileDownloadOutlined />} disabled={figures === null} loading={save.busy} onClick={() => void save.run()}>
      {analyticsPage.exportCsv}
    </Button>
  );
}

const searchOf = (question: AnalyticsQuery) =>
  new URLSearchParams(Object.entries(question).map(([name, value]): [string, string] => [name, String(value)]));
