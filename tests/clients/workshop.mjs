// A folder for tools that write files, beside the scripts so that the packages are found from it; gone afterwards.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export async function inWorkshop(work) {
  const folder = await mkdtemp(fileURLToPath(new URL('./workshop-', import.meta.url)));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

// Runs the program of a package; what it said is in the error when it fails.
export async function run(name, program, args, folder) {
  const require = createRequire(import.meta.url);
  const file = join(dirname(require.resolve(`${name}/package.json`)), program);
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...args], { cwd: folder });
    return stdout + stderr;
  } catch (error) {
    throw new Error(`${name} ${args.join(' ')} failed:\n${error.stdout}\n${error.stderr}`);
  }
}
