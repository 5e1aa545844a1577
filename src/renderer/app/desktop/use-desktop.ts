/**
 * The page's side of the desktop program: tells it who is signed in here and that the network is back, and does what its menu, tray and
 * notifications ask for. In the browser host there is nobody to talk to.
 */
import { useEffect } from 'react';
import { DesktopCommand } from '../../../shared/desktop-command.ts';
import { takeFile } from '../../features/import/take-file.ts';
import { pauseAll, shownAnew } from '../../words/shell.ts';
import { navigate } from '../address.ts';
import { api } from '../connection/client.ts';
import { openedFile } from '../connection/send-file.ts';
import { authorization, onTokenChange } from '../session/token.ts';
import { askPauseAll } from '../shell/pause-all-asked.ts';
import { say, sayFault } from '../toasts.tsx';

/** For as long as somebody is signed in. */
export function useDesktop(): void {
  useEffect(() => {
    const { bridge } = window;
    if (!bridge) return undefined;
    const tell = () => bridge.here(authorization()['authorization'] ?? null);
    const online = () => bridge.online();
    const stopHearing = bridge.onCommand(hear);
    const stopToken = onTokenChange(tell);
    window.addEventListener('online', online);
    // Last: what waited for somebody comes at once.
    tell();
    return () => {
      stopHearing();
      stopToken();
      window.removeEventListener('online', online);
      bridge.here(null);
    };
  }, []);
}

/** Does what fits; what comes from a newer program and is not known here is nothing. */
function hear(said: unknown): void {
  const command = DesktopCommand.safeParse(said);
  if (command.success) follow(command.data);
}

function follow(command: DesktopCommand): void {
  switch (command.kind) {
    case 'go':
      return navigate(command.address);
    case 'pause-all':
      return askPauseAll();
    case 'resume-all':
      return void api.campaigns.resumeAll({}).then(({ resumed }) => say(pauseAll.resumed(resumed)), sayFault);
    case 'shown-anew':
      return say(shownAnew);
    case 'file':
      return takeFile(openedFile(command.fileToken, command.fileName));
  }
}
