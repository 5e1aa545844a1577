/** The channel on which the preload exchanges a dropped file's path for a token. */
export const FILE_MESSAGE = 'ringmaster:file';
