/** Shows progress and badge where the system has a place for them. */
import { app, type BrowserWindow, nativeImage } from 'electron';
import { badgePixels } from './badge-pixels.ts';
import type { DockView } from './dock-view.ts';

/** Shows it on the window's place in the task bar, and on the dock. */
export function showDock(window: BrowserWindow, { badge, badgeWords, progress, mode }: DockView): void {
  if (window.isDestroyed()) return;
  window.setProgressBar(progress, { mode });
  if (process.platform !== 'win32') {
    app.setBadgeCount(badge);
    return;
  }
  const { pixels, size } = badgePixels(badge);
  window.setOverlayIcon(badge === 0 ? null : nativeImage.createFromBitmap(pixels, { width: size, height: size }), badgeWords);
}
