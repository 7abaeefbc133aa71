/** `npm run package [-- --env dev]`: writes build/verkostobotti.zip, the app package to upload to Teams. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { PackageError, problemsOf, readPackage, zipPackage } from './app-package.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { env: { type: 'string', default: 'prod' } } });
const envFile = `env/.env.${values.env}`;

try {
  const file = join(root, envFile);
  if (!existsSync(file)) throw new PackageError([`${envFile} does not exist: name another with --env.`]);
  const given = Object.entries(process.env).filter(([, value]) => value);
  const env = { ...parseEnv(readFileSync(file, 'utf8')), ...Object.fromEntries(given) };
  const files = readPackage(join(root, 'appPackage'), env, envFile);
  const problems = await problemsOf(files);
  if (problems.length > 0) throw new PackageError(problems);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build', 'verkostobotti.zip'), zipPackage(files));
  process.stdout.write(`build/verkostobotti.zip is ready: ${Object.keys(files).join(', ')}.\n`);
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
