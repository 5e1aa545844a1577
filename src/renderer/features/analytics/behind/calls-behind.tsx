import { Box } from '@mui/material';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { CallDrawer } from '../../call/call-drawer.tsx';
import { neighbour } from '../../../lib/neighbour.ts';
import type { Behind } from '../analytics-view.ts';
import { behindOf } from '../question.ts';
import { type Figures, useCallsChanged } from '../use-analytics.ts';
import { BehindDrawer } from './behind-drawer.tsx';

const LIMIT = 50;

interface CallsBehindProps {
  behind: Behind;
  figures: Figures;
  onClose: () => void;
}

/** The calls behind one figure, in pages, and the one of them that is looked at. */
export function CallsBehind({ behind, figures: { question, analytics }, onClose }: CallsBehindProps) {
  const [page, setPage] = useState(1);
  const [openId, setOpenId] = useState<string | null>(null);
  const changed = useCallsChanged();
  const asked = behindOf(question, behind, { practice: analytics.practiceIncluded });
  const answer = useQuery(
    `calls-behind:${JSON.stringify(asked)}:${page}`,
    (signal) => api.analytics.calls({ ...asked, page, limit: LIMIT }, { signal }),
    [changed],
  );
  const calls = answer.data?.calls ?? [];
  const drawer = useRef<HTMLDivElement>(null);
  useFocusBack(drawer, openId);
  return (
    <Box ref={drawer} sx={{ display: 'contents' }}>
      {openId === null ? (
        <BehindDrawer behind={behind} answer={answer} limit={LIMIT} onPage={setPage} onOpen={setOpenId} onClose={onClose} />
      ) : (
        <CallDrawer id={openId} onClose={() => setOpenId(null)} onStep={(by) => setOpenId(neighbour(calls, openId, by)?.id ?? openId)} />
      )}
    </Box>
  );
}

/** After a look at one call the focus is on its row again. */
function useFocusBack(within: RefObject<HTMLElement | null>, openId: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (openId === null && last.current !== null) within.current?.querySelector<HTMLElement>(`[data-call="${last.current}"]`)?.focus();
    last.current = openId;
  }, [within, openId]);
}
