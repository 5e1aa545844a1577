// With what the packages are signed: keys come by the environment alone, and where none come the packages are unsigned and it is said.

/** Azure's signing of Windows programs asks for more than its keys: each part of electron-builder's setting by its variable. */
const AZURE = {
  endpoint: 'AZURE_SIGN_ENDPOINT',
  codeSigningAccountName: 'AZURE_SIGN_ACCOUNT',
  certificateProfileName: 'AZURE_SIGN_PROFILE',
  publisherName: 'AZURE_SIGN_PUBLISHER',
};
const AZURE_KEYS = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'];
/** Any of these sets lets Apple notarise. */
const NOTARISE = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
];

const has = (env, names) => names.every((name) => env[name]);

/** For a system: what its keys add to electron-builder's configuration, and one sentence on what becomes of the signature. */
export function signing(system, env) {
  if (system === 'win32') {
    if (has(env, [...AZURE_KEYS, ...Object.values(AZURE)])) {
      const azureSignOptions = Object.fromEntries(Object.entries(AZURE).map(([part, name]) => [part, env[name]]));
      return { config: { win: { azureSignOptions } }, sentence: 'Signed through Azure.' };
    }
    if (env.WIN_CSC_LINK || env.CSC_LINK) return { config: {}, sentence: 'Signed with the certificate of CSC_LINK.' };
    return { config: {}, sentence: 'Not signed: Windows warns whoever opens it. Set CSC_LINK and CSC_KEY_PASSWORD, or the AZURE_ variables, to sign.' };
  }
  if (system === 'darwin') {
    if (!env.CSC_LINK && !env.CSC_NAME)
      return {
        config: { mac: { identity: null } },
        sentence: 'Not signed: macOS opens it only after "Open anyway" in its settings. Set CSC_LINK and CSC_KEY_PASSWORD to sign.',
      };
    const notarised = NOTARISE.some((names) => has(env, names));
    return {
      config: { mac: { notarize: notarised } },
      sentence: notarised
        ? 'Signed, and notarised by Apple.'
        : 'Signed and not notarised: macOS warns whoever opens it. Set APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID as well.',
    };
  }
  return { config: {}, sentence: 'Linux asks for no signature; the sums of the files tell whether they came whole.' };
}
