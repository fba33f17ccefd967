import { sendKeys, setViewport } from '@web/test-runner-commands';

/** WebKitGTK is driven by WebDriver, which writes keys in its own way and can't change the viewport. */
export const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

/** Keys that are no characters, as WebDriver writes them. */
const WEBDRIVER: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Presses a real key, by its name in `KeyboardEvent.key`. */
export async function press(key: string): Promise<void> {
  await sendKeys({ press: isWebKit ? (WEBDRIVER[key] ?? key) : key });
}

/** Changes the size of the page, where the browser's driver can. A test that needs it skips itself elsewhere. */
export async function resize(width: number, height: number): Promise<void> {
  if (!isWebKit) await setViewport({ width, height });
}
