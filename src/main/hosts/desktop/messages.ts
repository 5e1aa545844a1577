/** The channels between the preload and this process, and nothing else: the preload is one small file. */

/** Exchanges a dropped file's path for a token. */
export const FILE_MESSAGE = 'ringmaster:file';
/** The page tells who is signed in. */
export const HERE_MESSAGE = 'ringmaster:here';
/** The page tells that the network is back. */
export const ONLINE_MESSAGE = 'ringmaster:online';
/** The program asks something of the page. */
export const COMMAND_MESSAGE = 'ringmaster:command';
