// Which files electron-builder packs for a target, by its own matchers and its own collection of the modules, without packing. Reaches
// into its parts: its version is pinned, and a test sees them move.
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { ROOT } from '../lib.mjs';
import { ngrokFiles } from './targets.mjs';

const require = createRequire(import.meta.url);
const part = (name) => require(`app-builder-lib/out/${name}`);

/** The configuration as electron-builder takes it, for a program that lies in `app`. */
export const configFor = (app, more = {}) => ({
  extends: './electron-builder.yml',
  ...(app === ROOT ? {} : { directories: { app: relative(ROOT, app) } }),
  ...more,
});

/**
 * electron-builder with the configuration, which it holds against its own schema; throws what it finds wrong, in its words.
 * @param app the folder of the program; the project itself, or what was laid out for a target.
 */
export const openConfig = (app = ROOT) => quietly(() => opened(app));

async function opened(app) {
  const { Packager } = part('packager');
  const packager = new Packager({ projectDir: ROOT, targets: new Map(), config: configFor(app) });
  await packager.validateConfig();
  return Object.assign(packager, {
    // What its build would set up here needs the runtime; its matchers only ask for these.
    _appInfo: new (part('appInfo').AppInfo)(packager, null),
    _framework: { name: 'electron', version: packager.config.electronVersion },
    // Its own walk through node_modules, instead of a start of npm for each target.
    getPackageManager: async () => part('node-module-collector').PM.TRAVERSAL,
  });
}

/** Does something without what electron-builder says on the way: the check has words of its own. */
async function quietly(work) {
  const { log } = require('builder-util');
  const said = log.stream;
  log.stream = { write: () => true };
  try {
    return await work();
  } finally {
    log.stream = said;
  }
}

const KEYS = { win: 'WINDOWS', mac: 'MAC', linux: 'LINUX' };

/** What the filter asks of a file that is only known by its name. */
const named = (path) => ({ moduleFullFilePath: path, isDirectory: () => false });

/**
 * The files of a target: `path` below the program's folder, `bytes`, and whether it lies `outside` the archive. One that npm lays down
 * only on the target's own system is known by its name alone: its `bytes` are null.
 */
export const filesOf = (packager, target) => quietly(() => gathered(packager, target));

async function gathered(packager, { key, arch }) {
  const { Platform } = part('core');
  const { Arch } = require('builder-util');
  const matchers = part('fileMatcher');
  const copier = part('util/appFileCopier');
  const platform = await packager.createHelper(Platform[KEYS[key]]);
  const out = join(ROOT, 'release');
  const to = join(out, 'app');
  const expand = platform.createGetFileMatchersOptions(out, Arch[arch], platform.platformSpecificBuildOptions).macroExpander;
  const own = platform.platformSpecificBuildOptions;
  const main = matchers.getMainFileMatchers(packager.appDir, to, expand, own, platform, out, false);
  const modules = matchers.getNodeModuleFileMatcher(packager.appDir, to, expand, own, packager);
  const options = { macroExpander: expand, customBuildOptions: own, globalOutDir: out, defaultSrc: packager.appDir };
  const isUnpacked = matchers.getFileMatchers(packager.config, 'asarUnpack', to, options)[0].createFilter();
  const sets = [...(await copier.computeFileSets(main, null, platform, false)), ...(await copier.computeNodeModuleFileSets(platform, modules))];
  const files = sets.flatMap((set) =>
    set.files.flatMap((file) => {
      const stat = set.metadata.get(file);
      if (!stat?.isFile()) return [];
      const path = relative(to, copier.getDestinationPath(file, set)).replaceAll('\\', '/');
      return [{ path, bytes: stat.size, outside: isUnpacked(file, stat) }];
    }),
  );
  const isTaken = modules.createFilter();
  const present = new Set(files.map(({ path }) => path));
  for (const path of ngrokFiles())
    if (!present.has(path) && isTaken(join(packager.appDir, path), named(path)))
      files.push({ path, bytes: null, outside: isUnpacked(path, named(path)) });
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
