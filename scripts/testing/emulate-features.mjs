// executeServerCommand('emulate-features', [{ name: 'forced-colors', value: 'active' }]): any media feature, where the
// built-in emulateMedia command knows only some. Resolves to false in browsers without the DevTools protocol.
export const emulateFeatures = () => ({
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    if (session.browser.type !== 'puppeteer' || session.browser.name === 'Firefox') return false;
    const devtools = await session.browser.getPage(session.id).createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', { features: payload });
    return true;
  },
});
