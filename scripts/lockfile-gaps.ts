/** Finds packages for other platforms that a lockfile has lost, without which `npm ci` refuses it. */

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const OS = /\b(android|darwin|linux|win32|freebsd|netbsd|openbsd|openharmony|sunos|aix)\b/;
const CPU = /\b(wasm32|arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64)\b/;

/**
 * The entries that are missing, by their place in the lockfile. They carry no integrity, since their archives were never seen;
 * npm fetches only those of the platform that it runs on.
 */
export function lockfileGaps(packages: LockedPackages): Record<string, LockedPackage> {
  const gaps: Record<string, LockedPackage> = {};
  for (const [place, of] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(of.optionalDependencies ?? {})) {
      if (isLocked(packages, place, name)) continue;
      const os = OS.exec(name)?.[1];
      const cpu = CPU.exec(name)?.[1];
      gaps[`node_modules/${name}`] = {
        version: wanted.replace(/^[~^]/, ''),
        ...(cpu ? { cpu: [cpu] } : {}),
        ...(of.dev ? { dev: true } : {}),
        ...(os === 'linux' ? { libc: [/musl/.test(name) ? 'musl' : 'glibc'] } : {}),
        optional: true,
        ...(os ? { os: [os] } : {}),
      };
    }
  }
  return gaps;
}

/** Looks where Node would: beside the package, then upwards. */
function isLocked(packages: LockedPackages, place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}${folder && '/'}node_modules/${name}` in packages) return true;
    if (!folder) return false;
  }
}
