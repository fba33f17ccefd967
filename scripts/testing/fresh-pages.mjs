// Web Test Runner uses a page again for the next test file, and with it whatever media features the last one emulated:
// a file would pass by itself and fail behind another. So each file gets a page of its own. (`inactivePages` is a
// private field of the launcher, whose version is pinned.)
export function withFreshPages(launcher) {
  const stop = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stop(id);
    launcher.inactivePages = launcher.inactivePages.filter(({ puppeteerPage }) => puppeteerPage !== page);
    await page.close();
    return result;
  };
  return launcher;
}
