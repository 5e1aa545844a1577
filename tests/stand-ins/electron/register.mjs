// Loaded before the desktop program (`node --import`): whoever imports electron is given the stand-in beside this file.
import { registerHooks } from 'node:module';

const standIn = new URL('index.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)),
});
