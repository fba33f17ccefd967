/**
 * Finds a Chromium for the tests: CHROME_PATH, else an installed Chrome or Chromium, else the headless shell that is
 * packed in an npm package, so that the tests run on a machine without a browser. CHROME_PATH=packed asks for that one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Launcher } from 'chrome-launcher';

/** Launch options, as both Puppeteer and Playwright understand them. */
export interface TestBrowser {
  executablePath: string;
  args: string[];
  /** Given for the packed browser only; a launcher that gets none passes its own environment on. */
  env?: Record<string, string>;
  /** The packed browser is a headless shell, which does not know the new headless mode's flag. */
  shell: boolean;
}

// Tests run as root in containers, where Chromium's sandbox refuses to start; /dev/shm is small there.
const args = ['--no-sandbox', '--disable-dev-shm-usage'];

function installed(): string | undefined {
  if (process.env['CHROME_PATH']) return process.env['CHROME_PATH'];
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined; // chrome-launcher throws where it finds none
  }
}

/** The package's own fonts.conf names folders of its own hosts; with no font at all, a text field ends the browser. */
function fontsIn(folder: string, cache: string): string {
  const file = path.join(cache, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(cache, 'fontconfig')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

async function packed(): Promise<TestBrowser> {
  // The package unpacks to the temporary folder and takes whatever lies there, be it another user's: give it its own.
  const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/chromium');
  mkdirSync(cache, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache;
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;

  const folder = path.dirname(executablePath);
  const env = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontsIn(folder, cache) };
  if (execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')) {
    // A bare system lacks libnss3 and its like; the package brings them for its own hosts and unpacks them only there.
    const libraries = path.join(folder, 'al2023');
    if (!existsSync(path.join(libraries, 'lib/libnss3.so'))) {
      mkdirSync(libraries, { recursive: true });
      const bin = path.resolve(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
      const archive = brotliDecompressSync(readFileSync(path.join(bin, 'al2023.tar.br')));
      execFileSync('tar', ['x', '-C', libraries], { input: archive });
    }
    const paths = [path.join(libraries, 'lib'), process.env['LD_LIBRARY_PATH']];
    return { executablePath, args, env: { ...env, LD_LIBRARY_PATH: paths.filter(Boolean).join(':') }, shell: true };
  }
  return { executablePath, args, env, shell: true };
}

let found: Promise<TestBrowser> | undefined;

export function findChrome(): Promise<TestBrowser> {
  const executablePath = process.env['CHROME_PATH'] === 'packed' ? undefined : installed();
  return (found ??= executablePath ? Promise.resolve({ executablePath, args, shell: false }) : packed());
}
