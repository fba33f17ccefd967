/** The package as somebody gets it: packed, unpacked into a project of its own, with the dependencies it declares and no others. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const NAME = 'live-chat-elements';

type Target = null | { readonly types?: string; readonly default: string } | string;
type Manifest = {
  readonly exports: Readonly<Record<string, Target>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** See the module. */
export class Consumer {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-consumer-'));
  readonly package = path.join(this.folder, 'node_modules', NAME);
  manifest!: Manifest;

  install(): void {
    const run = (command: string, ...args: string[]): string =>
      execFileSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    run(process.execPath, 'scripts/build.mjs', '--if-stale');
    const packed = run('npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', this.folder);
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    mkdirSync(this.package, { recursive: true });
    execFileSync('tar', ['xzf', path.join(this.folder, filename), '-C', this.package, '--strip-components=1']);
    this.manifest = JSON.parse(this.read('package.json')) as Manifest;
    for (const name of Object.keys(this.manifest.dependencies)) {
      const link = path.join(this.folder, 'node_modules', name);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.join(ROOT, 'node_modules', name), link);
    }
    this.write('package.json', JSON.stringify({ type: 'module', private: true }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A file of the package. */
  read(name: string): string {
    return readFileSync(path.join(this.package, name), 'utf8');
  }

  /** The files of the package under a folder. */
  files(folder = ''): string[] {
    return readdirSync(path.join(this.package, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.package, path.join(entry.parentPath, entry.name)));
  }

  /** Puts a file into the project; returns its path. */
  write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  copy(from: string, name: string): void {
    cpSync(path.join(ROOT, from), path.join(this.folder, name), { recursive: true });
  }

  /** Every specifier that the exports map opens to JavaScript, with the file it means. */
  entries(): { readonly specifier: string; readonly file: string; readonly types: string }[] {
    const files = this.files();
    const closed = Object.entries(this.manifest.exports).flatMap(([key, target]) =>
      target === null ? [patternOf(key)] : [],
    );
    return Object.entries(this.manifest.exports).flatMap(([key, target]) => {
      if (target === null || typeof target === 'string') return [];
      const { default: file, types = '' } = target;
      const found = key.includes('*')
        ? files
            .flatMap((name) => patternOf(file).exec(`./${name}`)?.[1] ?? [])
            .filter((star) => !closed.some((pattern) => pattern.test(key.replace('*', star))))
        : [''];
      return found.map((star) => ({
        specifier: key.replace(/^\./, NAME).replace('*', star),
        file: file.replace('*', star),
        types: types.replace('*', star),
      }));
    });
  }
}

function patternOf(glob: string): RegExp {
  return new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '(.+)')}$`);
}

/** Installs the package for the tests of a file. */
export function useConsumer(): Consumer {
  const consumer = new Consumer();
  before(() => consumer.install());
  after(() => consumer.remove());
  return consumer;
}
