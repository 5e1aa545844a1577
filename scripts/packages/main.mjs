// Makes packages, or checks what would go into them. Started by scripts/package.mjs, on Node 24.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fetchArchive } from './electron-archive.mjs';
import { Failure, ROOT, say, script } from '../lib.mjs';
import { licenceTexts } from './licence-texts.mjs';
import { faultOfLoading, faultsOf, isOwn } from './check.mjs';
import { configFor, filesOf, openConfig } from './files.mjs';
import { layOut, WORK } from './stage.mjs';
import { TARGETS } from './targets.mjs';
import { mergeLists, readLists } from './update-info.mjs';
import { signing } from './signing.mjs';

const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** What `electron-builder.yml` puts beside the archive: the licences of all that is in it. */
function writeLicences() {
  const { text, packages } = licenceTexts();
  mkdirSync(WORK, { recursive: true });
  writeFileSync(join(WORK, 'THIRD-PARTY-LICENCES.txt'), text);
  return { packages, bytes: Buffer.byteLength(text) };
}

async function check(packager, target) {
  const files = await filesOf(packager, target);
  const loading = isOwn(target) ? faultOfLoading(files, packager.appDir) : null;
  const faults = [...faultsOf(target, files), ...(loading === null ? [] : [loading])];
  return { ...target, files, faults, bytes: files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0), loads: isOwn(target) && loading === null };
}

function tell({ name, formats, files, faults, bytes, natives, loads }) {
  const outside = files.filter((file) => natives.includes(file.path));
  const lines = outside.map((file) => `    ${file.path}  ${file.bytes === null ? 'by name; npm brings it when it is packed' : mebibytes(file.bytes)}`);
  console.log(`${faults.length === 0 ? '✔' : '✖'} ${name} (${formats.join(', ')}): ${files.length} files, ${mebibytes(bytes)}`);
  console.log(lines.join('\n'));
  if (loads) console.log('    its modules load under Node 24 from these files alone');
  for (const fault of faults) console.log(`  ✖ ${fault}`);
}

/**
 * Checks the targets as they would be packed from here; whether nothing is wrong. @param laidOut whether each is laid out first with
 * what npm lays down for its system, instead of judging what is not here by its name.
 */
async function dryRun(targets, { asJson = false, laidOut = false } = {}) {
  const licences = writeLicences();
  const packager = await openConfig();
  const checked = [];
  for (const target of targets) {
    const app = laidOut ? layOut(target) : ROOT;
    checked.push(await check(app === ROOT ? packager : await openConfig(app), target));
    if (app !== ROOT) rmSync(app, { recursive: true, force: true });
  }
  const isWhole = checked.every(({ faults }) => faults.length === 0);
  if (asJson) {
    console.log(JSON.stringify({ fuses: packager.config.electronFuses, licences, targets: checked }));
    return isWhole;
  }
  console.log('A check of names, not a package: nothing was packed, and nothing ran in Electron.');
  console.log('✔ electron-builder.yml holds against electron-builder’s own schema');
  console.log(`✔ THIRD-PARTY-LICENCES.txt: ${licences.packages} packages, ${mebibytes(licences.bytes)}`);
  checked.forEach(tell);
  return isWhole;
}

/** Makes the packages of one target; false where the runtime is not to be had. */
async function pack(target) {
  const archive = fetchArchive(target);
  if (archive === undefined) return false;
  const { config, sentence } = signing(target.system, process.env);
  say(`${target.name}: ${sentence}`);
  const app = layOut(target);
  const { faults } = await check(await openConfig(app), target);
  if (faults.length > 0) throw new Failure(`${target.name} is not packed: ${faults.join('; ')}`);
  const { Arch, build, Platform } = (await import('electron-builder')).default;
  const system = { win32: Platform.WINDOWS, darwin: Platform.MAC, linux: Platform.LINUX }[target.system];
  const targets = system.createTarget(target.formats, Arch[target.arch]);
  const release = join(ROOT, 'release');
  const before = readLists(release);
  const made = await build({ projectDir: ROOT, targets, publish: 'never', config: configFor(app, { ...config, electronDist: archive }) }).catch((error) => {
    throw new Failure(`${target.name} is not packed: ${error.message}. What electron-builder needs for each form it fetches when it needs it first.`);
  });
  mergeLists(before, release);
  rmSync(app, { recursive: true, force: true });
  for (const file of made) say(file);
  return true;
}

await script(async (args) => {
  const asJson = args.includes('--json');
  const laidOut = args.includes('--lay-out');
  if (asJson || laidOut || args.includes('--dry-run')) return (await dryRun(TARGETS, { asJson, laidOut })) ? 0 : 1;
  const own = TARGETS.filter(({ system }) => system === platform());
  if (own.length === 0) throw new Failure(`There are no packages for ${platform()}; they are made on Windows, macOS and Linux.`);
  writeLicences();
  for (const target of own)
    if (!(await pack(target))) {
      say(`The Electron runtime for ${target.name} is not here and could not be fetched, so no package is made. What can be checked without it:`);
      await dryRun(own);
      return 1;
    }
  return 0;
});
